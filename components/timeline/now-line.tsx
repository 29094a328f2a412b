"use client";
import { useRun } from "@/lib/client/use-run";
import { useRunClock } from "@/lib/client/use-run-clock";
import { positionOf } from "@/lib/run/timeline-window";

/** Where the run is now, while it goes on. */
export function NowLine({ from, to }: { from: number; to: number }) {
  const open = useRun((run) => run.end === null);
  return open ? <Line from={from} to={to} /> : null;
}

function Line({ from, to }: { from: number; to: number }) {
  const position = positionOf({ from, to }, useRunClock());
  if (position < 0 || position > 1) return null;
  return <span className="absolute inset-y-0 w-px bg-accent/60" style={{ left: `${position * 100}%` }} />;
}
