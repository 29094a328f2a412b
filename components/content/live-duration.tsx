"use client";
import { useRunClock } from "@/lib/client/use-run-clock";
import { durationText } from "@/lib/run/quantity-text";

/** How long something took, or has taken so far while `to` is null. Times in milliseconds since the run began. */
export function LiveDuration({
  from,
  to,
  className,
}: {
  from: number;
  to: number | null;
  className?: string;
}) {
  return to === null ? (
    <Growing from={from} {...(className && { className })} />
  ) : (
    <span className={className}>{durationText(to - from)}</span>
  );
}

function Growing({ from, className }: { from: number; className?: string }) {
  const now = useRunClock();
  return <span className={className}>{durationText(now - from)}</span>;
}
