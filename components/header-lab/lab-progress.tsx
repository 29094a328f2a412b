/** How many of the runs that were asked for have ended. */
export function LabProgress({ done, total }: { done: number; total: number }) {
  return (
    <span className="flex items-center gap-2 text-xs tabular-nums">
      <progress
        aria-label="Runs that have ended"
        value={done}
        max={total}
        className="h-1.5 w-32 appearance-none overflow-hidden rounded-full bg-hover [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-hover [&::-webkit-progress-value]:bg-accent"
      />
      {done} of {total}
    </span>
  );
}
