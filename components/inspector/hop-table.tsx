"use client";
import { CopyButton } from "@/components/ui/copy-button";
import { DataTable, HeadCell } from "@/components/ui/data-table";
import { useRun } from "@/lib/client/use-run";
import { headerHops, hopContexts } from "@/lib/run/header-hops";
import { pointsOf } from "@/lib/run/header-lookup";
import type { ProviderRequest } from "@/lib/run/run";
import { headerText } from "./header-text";
import { HopRowView } from "./hop-row";

/** Every header of one request, and what became of it at each point it was observed at. */
export function HopTable({ request }: { request: ProviderRequest }) {
  const run = useRun((each) => each);
  const points = pointsOf(request);
  const furthest = points.at(-1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
    <section aria-label="Request headers" tabIndex={0} className="focus-inset h-full overflow-auto">
      <DataTable className="table-fixed text-xs">
        <thead>
          <tr>
            <HeadCell className="pl-3">
              <span className="flex items-center gap-1">
                Header
                {furthest !== undefined && (
                  <CopyButton
                    text={() => headerText(request.headerSets[furthest] ?? [])}
                    label={`Copy headers at ${furthest}`}
                  />
                )}
              </span>
            </HeadCell>
            {["asked", ...points].map((point) => (
              <HeadCell key={point} className="w-15 px-1 text-center">
                {point}
              </HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {headerHops(request, hopContexts(run)(request.requestId)).map((row) => (
            <HopRowView key={row.key} row={row} />
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}
