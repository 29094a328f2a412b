/** The letter a run goes by in a comparison: A for the first column. */
export function RunLetter({ place }: { place: number }) {
  return (
    <span className="flex size-5 shrink-0 items-center justify-center rounded-sm border border-line-strong bg-sunken font-mono text-2xs font-semibold">
      {letterOf(place)}
    </span>
  );
}

export function letterOf(place: number): string {
  return String.fromCharCode(65 + place);
}
