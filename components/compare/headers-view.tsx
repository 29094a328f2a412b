"use client";
import type { ObservationPoint } from "@/lib/protocol/observation-point";
import { type ComparedHeaderRow, compareHeaders } from "@/lib/run/compare-headers";
import type { AlignedTurn } from "@/lib/run/compare-turns";
import { headerExplanation } from "@/lib/run/header-explanations";
import { countOf } from "@/lib/run/quantity-text";
import { ComparisonTable } from "./comparison-table";
import { GroupRow } from "./group-row";
import { HeaderValues } from "./header-values";
import { MarkCell } from "./mark-cell";
import { RequestRow } from "./request-row";
import { RowLabel } from "./row-label";
import type { Columns } from "./use-columns";
import { useOpenTurns } from "./use-open-turns";

type HeadersViewProps = {
  columns: Columns;
  turns: readonly AlignedTurn[];
  only: boolean;
  point: ObservationPoint;
};

/** Which headers each request carried in each run, as seen at one observation point. */
export function HeadersView({ columns, turns, only, point }: HeadersViewProps) {
  const [isOpen, toggle] = useOpenTurns();
  return (
    <ComparisonTable label="Headers" columns={columns}>
      {turns.map((turn) => (
        <TurnHeaders
          key={turn.index}
          turn={turn}
          columns={columns}
          only={only}
          point={point}
          open={isOpen(turn.index)}
          onToggle={() => toggle(turn.index)}
        />
      ))}
    </ComparisonTable>
  );
}

function TurnHeaders({
  turn,
  columns,
  only,
  point,
  open,
  onToggle,
}: {
  turn: AlignedTurn;
  columns: Columns;
  only: boolean;
  point: ObservationPoint;
  open: boolean;
  onToggle: () => void;
}) {
  const compared = turn.requests.map((request) => ({
    request,
    ...compareHeaders(request.requests, point, columns.baseline),
  }));
  const differing = compared.flatMap(({ rows }) => rows.filter((row) => row.differs)).length;
  return (
    <tbody>
      <GroupRow
        title={`Turn ${turn.index + 1}`}
        note={differing === 0 ? "no header differs" : `${countOf(differing, "header")} differ`}
        span={columns.ids.length + 1}
        open={open}
        onToggle={onToggle}
      />
      {open &&
        compared.map(({ request, rows, reference }) => [
          <RequestRow key={request.place} request={request} reference={reference} columns={columns} />,
          ...rows
            .filter((row) => row.differs || !only)
            .map((row) => (
              <HeaderRowView
                key={`${request.place}/${row.key}`}
                row={row}
                reference={reference}
                columns={columns}
              />
            )),
        ])}
    </tbody>
  );
}

function HeaderRowView({
  row,
  reference,
  columns,
}: {
  row: ComparedHeaderRow;
  reference: number;
  columns: Columns;
}) {
  return (
    <tr>
      <RowLabel title={headerExplanation(row.key) ?? row.name}>
        <code className="[overflow-wrap:anywhere]">{row.name}</code>
      </RowLabel>
      {row.cells.map((cell, place) => (
        <MarkCell key={columns.ids[place]} mark={cell.mark} isReference={place === reference}>
          {cell.lines !== null && (place === reference || cell.mark !== "same") ? (
            <HeaderValues lines={cell.lines} named={cell.mark === "renamed"} />
          ) : undefined}
        </MarkCell>
      ))}
    </tr>
  );
}
