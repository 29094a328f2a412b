import { durationText } from "@/lib/run/quantity-text";
import type { Turn } from "@/lib/run/run";
import { rowSpan, type TimelineRow, turnRows, waitText } from "@/lib/run/timeline-layout";

/** A table cannot be virtualised for a screen reader: past this many turns it keeps to the newest. */
const mostTurns = 100;

/** The same data as a table, for screen readers. A turn that did not change keeps its rows. */
export function TimelineTable({ turns }: { turns: readonly Turn[] }) {
  const first = Math.max(turns.length - mostTurns, 0);
  return (
    <div className="sr-only">
      <table aria-label="Timeline as a table">
        {first > 0 && <caption>The newest {mostTurns} turns</caption>}
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
          {turns.slice(first).map((turn, index) => (
            <TurnRows key={turn.turnId} turn={turn} before={turns[first + index - 1]} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TurnRows({ turn, before }: { turn: Turn; before: Turn | undefined }) {
  return (
    <>
      {turnRows(turn, before).map((row) => (
        <TableRow key={row.id} row={row} />
      ))}
    </>
  );
}

function TableRow({ row }: { row: TimelineRow }) {
  const { from, to, running } = rowSpan(row, 0);
  return (
    <tr>
      <td>{row.turnIndex + 1}</td>
      <td>
        {row.kind} {row.kind === "request" ? "" : row.label} {row.detail}
        {waitText(row)}
        {row.failed && " failed"}
      </td>
      <td>{durationText(from)}</td>
      <td>{running ? "running" : durationText(to)}</td>
      <td>{running ? "" : durationText(to - from)}</td>
    </tr>
  );
}
