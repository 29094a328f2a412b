import { durationText } from "@/lib/run/quantity-text";
import type { Turn } from "@/lib/run/run";
import { emptyRun } from "@/lib/run/run";
import { rowSpan, timelineRows } from "@/lib/run/timeline-layout";

/** The same data as a table, for screen readers. A turn that did not change keeps its rows. */
export function TimelineTable({ turns }: { turns: readonly Turn[] }) {
  return (
    <div className="sr-only">
      <table aria-label="Timeline as a table">
        <thead>
          <tr>
            <th scope="col">Turn</th>
            <th scope="col">What</th>
            <th scope="col">Start</th>
            <th scope="col">End</th>
            <th scope="col">Duration</th>
          </tr>
        </thead>
        <tbody>
          {turns.map((turn) => (
            <TurnRows key={turn.turnId} turn={turn} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TurnRows({ turn }: { turn: Turn }) {
  return timelineRows({ ...emptyRun, turns: [turn] }).map((row) => {
    const { from, to, running } = rowSpan(row, 0);
    return (
      <tr key={row.id}>
        <td>{row.turnIndex + 1}</td>
        <td>
          {row.kind} {row.kind === "request" ? "" : row.label} {row.detail}
          {row.failed && " failed"}
        </td>
        <td>{durationText(from)}</td>
        <td>{running ? "running" : durationText(to)}</td>
        <td>{running ? "" : durationText(to - from)}</td>
      </tr>
    );
  });
}
