/** Text of the reply, whitespace kept, with a caret while it streams. */
export function TextBlock({ text, streaming }: { text: string; streaming: boolean }) {
  return (
    <p className="max-w-[46rem] whitespace-pre-wrap break-words leading-[1.5]">
      {text}
      {streaming && (
        <span
          aria-hidden
          className="ml-px inline-block h-[1.1em] w-[2px] animate-breathe bg-kind-request align-text-bottom"
        />
      )}
    </p>
  );
}
