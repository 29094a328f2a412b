import { StatusText } from "@/components/content/status-text";
import type { AlignedRequest } from "@/lib/run/compare-turns";
import { bytesText, durationText } from "@/lib/run/quantity-text";
import { requestLine } from "@/lib/run/request-line";
import { RowLabel } from "./row-label";
import { letterOf } from "./run-letter";
import type { Columns } from "./use-columns";

/** The request itself in every run: status, size and time, or that there was none. */
export function RequestRow({
  request,
  reference,
  columns,
}: {
  request: AlignedRequest;
  /** The column the others are compared with: not the baseline, where that made no such request. */
  reference: number;
  columns: Columns;
}) {
  return (
    <tr>
      <RowLabel>
        <span className="font-medium text-ink">Request{request.place > 1 && ` ${request.place}`}</span>
        {reference !== columns.baseline && reference >= 0 && (
          <span className="text-subtle"> compared with {letterOf(reference)}</span>
        )}
      </RowLabel>
      {request.requests.map((each, place) => {
        const line = each === null ? null : requestLine(each);
        return (
          <td
            key={columns.ids[place]}
            className={`border-r border-b px-2 py-1 align-top last:border-r-0 ${line === null ? "bg-sunken text-subtle" : ""}`}
          >
            {line === null ? (
              columns.runs[place] != null && "no such request"
            ) : (
              <span className="flex flex-wrap items-center gap-x-2">
                <StatusText status={line.status} state={line.state} />
                <span className="text-subtle">
                  {bytesText(line.bytes)}
                  {line.endAt !== null && ` · ${durationText(line.endAt - line.startAt)}`}
                </span>
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
}
