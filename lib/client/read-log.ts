// What run does a stored log describe, read without blocking the page?

import { reduceRun } from "@/lib/run/reduce-run";
import { emptyRun, type Run } from "@/lib/run/run";
import { nextFrame } from "./next-frame";

/** Half a frame's time, as for a run on screen: a long log is read over several frames. */
const readBudgetMs = 16;

export type ReadLog =
  | { readonly ok: true; readonly run: Run }
  | { readonly ok: false; readonly problem: string };

/**
 * @param text the log, one event a line
 * @returns the run; or in words why the log cannot be read
 */
export async function readLog(text: string): Promise<ReadLog> {
  // The schemas that events are read with come with the first run, not with the first page.
  const { readEvent } = await import("./read-event");
  let run = emptyRun;
  let pauseAt = performance.now() + readBudgetMs;
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const read = readEvent(line);
    if (!read.ok) return { ok: false, problem: read.problem };
    run = reduceRun(run, read.event);
    if (performance.now() < pauseAt) continue;
    await new Promise<void>((resolve) => nextFrame(resolve));
    pauseAt = performance.now() + readBudgetMs;
  }
  return run.lastSeq < 0 ? { ok: false, problem: "The log of this run is empty." } : { ok: true, run };
}
