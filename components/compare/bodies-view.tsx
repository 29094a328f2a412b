"use client";
import { compareBodies, countDifferences } from "@/lib/run/compare-bodies";
import { referenceColumn } from "@/lib/run/compare-mark";
import type { AlignedRequest, AlignedTurn } from "@/lib/run/compare-turns";
import { countOf } from "@/lib/run/quantity-text";
import { BodyRows } from "./body-rows";
import { ComparisonTable } from "./comparison-table";
import { GroupRow } from "./group-row";
import { RequestRow } from "./request-row";
import type { Columns } from "./use-columns";
import { useOpenTurns } from "./use-open-turns";

type BodiesViewProps = {
  columns: Columns;
  turns: readonly AlignedTurn[];
  only: boolean;
  numberIds: boolean;
};

/** What each request carried in each run, field beside field. */
export function BodiesView({ columns, turns, only, numberIds }: BodiesViewProps) {
  const [isOpen, toggle] = useOpenTurns();
  return (
    <ComparisonTable label="Bodies" columns={columns}>
      {turns.map((turn) => (
        <TurnBodies
          key={turn.index}
          turn={turn}
          columns={columns}
          only={only}
          numberIds={numberIds}
          open={isOpen(turn.index)}
          onToggle={() => toggle(turn.index)}
        />
      ))}
    </ComparisonTable>
  );
}

function TurnBodies({
  turn,
  columns,
  only,
  numberIds,
  open,
  onToggle,
}: {
  turn: AlignedTurn;
  columns: Columns;
  only: boolean;
  numberIds: boolean;
  open: boolean;
  onToggle: () => void;
}) {
  const compared = turn.requests.map((request) => ({
    request,
    rows: compareBodies(request.requests, columns.baseline, numberIds),
  }));
  const differences = compared.reduce((sum, { rows }) => sum + countDifferences(rows), 0);
  return (
    <tbody>
      <GroupRow
        title={`Turn ${turn.index + 1}`}
        note={differences === 0 ? "no difference" : countOf(differences, "difference")}
        span={columns.ids.length + 1}
        open={open}
        onToggle={onToggle}
      />
      {open &&
        compared.map(({ request, rows }) => [
          <RequestRow
            key={request.place}
            request={request}
            reference={referenceOf(request, columns)}
            columns={columns}
          />,
          <BodyRows
            key={`${request.place}/body`}
            rows={rows}
            reference={referenceOf(request, columns)}
            columns={columns}
            only={only}
          />,
        ])}
    </tbody>
  );
}

function referenceOf(request: AlignedRequest, columns: Columns): number {
  return referenceColumn(
    request.requests.map((each) => each !== null),
    columns.baseline,
  );
}
