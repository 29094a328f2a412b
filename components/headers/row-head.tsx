import { classNames } from "@/components/ui/class-names";
import { headerExplanation } from "@/lib/run/header-explanations";
import type { HeaderRow } from "@/lib/run/header-matrix";

/** The name of a header in the case it has on the wire, and whether something is wrong with it. */
export function RowHead({ row, onHover }: { row: HeaderRow; onHover: () => void }) {
  return (
    <th
      scope="row"
      onMouseEnter={onHover}
      title={headerExplanation(row.key) ?? row.name}
      className="sticky left-0 z-10 h-7 border-r border-b bg-panel px-3 text-left font-normal"
    >
      <span className="flex items-center gap-1.5">
        <code className={classNames("truncate", row.firstMissing !== null && "text-header-missing-text")}>
          {row.name}
        </code>
        {row.expected && (
          <span className="shrink-0 rounded-sm border px-1 text-2xs leading-4 text-muted">expected</span>
        )}
        {row.firstMissing !== null && (
          <span
            title={`First missing on request ${row.firstMissing}`}
            className="ml-auto shrink-0 text-2xs text-header-missing-text"
          >
            – from {row.firstMissing}
          </span>
        )}
      </span>
    </th>
  );
}
