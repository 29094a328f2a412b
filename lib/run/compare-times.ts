// How long did each run and each of its turns take, side by side?
import { batchTiming } from "./batch-timing";
import { referenceColumn } from "./compare-mark";
import type { AlignedTurn, ComparedRuns } from "./compare-turns";
import { countOf, durationText } from "./quantity-text";
import { requestEnd } from "./request-line";
import type { Run, Turn } from "./run";
import { runTotals } from "./run-totals";

/** `share` is 0 to 1 of the longest in the whole group; `against` says how much longer or shorter than the reference. */
export type TimeCell = {
  readonly ms: number | null;
  readonly share: number;
  readonly against: string;
  /** What the time went into. */
  readonly parts: string;
};
export type TimeRow = { readonly key: string; readonly label: string; readonly cells: readonly TimeCell[] };

/** @returns the total first, then one row a turn; all bars of turns share one scale */
export function compareTimes(
  runs: ComparedRuns,
  turns: readonly AlignedTurn[],
  baseline: number,
): { readonly total: TimeRow; readonly turns: readonly TimeRow[] } {
  const totals = runs.map((run) => (run === null ? null : totalOf(run)));
  const total = timeRow("total", "Total", totals, baseline, longest(totals));
  const times = turns.map((turn) => turn.turns.map((each, column) => turnTime(each, runs[column] ?? null)));
  const scale = longest(times.flat());
  const rows = turns.map(({ index }, place) =>
    timeRow(`turn-${index}`, `Turn ${index + 1}`, times[place] ?? [], baseline, scale),
  );
  return { total, turns: rows };
}

type Time = { readonly ms: number; readonly parts: string };

function totalOf(run: Run): Time {
  const { durationMs, requests } = runTotals(run, 0);
  return { ms: durationMs, parts: countOf(requests, "request") };
}

function turnTime(turn: Turn | null, run: Run | null): Time | null {
  if (turn === null || run === null) return null;
  const spent = turn.requests.map((request) => (requestEnd(request) ?? run.lastAt) - request.startAt);
  const asking = spent.reduce((sum, ms) => sum + ms, 0);
  const batch = turn.batch === null ? null : batchTiming(turn.batch, run.lastAt);
  const parts = [
    `${countOf(spent.length, "request")} ${durationText(asking)}`,
    ...(batch === null ? [] : [`${countOf(batch.calls, "call")} ${durationText(batch.wallMs)}`]),
  ];
  return { ms: (turn.endAt ?? run.lastAt) - turn.startAt, parts: parts.join(" · ") };
}

function timeRow(
  key: string,
  label: string,
  times: readonly (Time | null)[],
  baseline: number,
  scale: number,
): TimeRow {
  const reference = referenceColumn(
    times.map((time) => time !== null),
    baseline,
  );
  const base = times[reference]?.ms ?? null;
  const cells = times.map((time, column): TimeCell => {
    if (time === null) return { ms: null, share: 0, against: "", parts: "" };
    const share = scale > 0 ? time.ms / scale : 0;
    const against = column === reference || base === null ? "" : againstText(time.ms - base, base);
    return { ms: time.ms, share, against, parts: time.parts };
  });
  return { key, label, cells };
}

/** `"+1.20 s (+35 %)"`, `"−80 ms (−4 %)"`, `"±0 ms"`; the percentage is left out where the reference took no time. */
function againstText(difference: number, base: number): string {
  if (Math.abs(difference) < 1) return "±0 ms";
  const sign = difference > 0 ? "+" : "−";
  const percent = base > 0 ? ` (${sign}${Math.round((Math.abs(difference) / base) * 100)} %)` : "";
  return `${sign}${durationText(Math.abs(difference))}${percent}`;
}

function longest(times: readonly (Time | null)[]): number {
  return Math.max(0, ...times.map((time) => time?.ms ?? 0));
}
