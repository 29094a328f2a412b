import { DataTable, HeadCell } from "@/components/ui/data-table";
import { headerExplanation } from "@/lib/run/header-explanations";
import type { HopPoint } from "@/lib/run/header-hop-cause";
import { type HopContext, headerHops } from "@/lib/run/header-hops";
import { pointsOf } from "@/lib/run/header-lookup";
import { hidesSpelling } from "@/lib/run/hidden-spelling";
import type { ProviderRequest } from "@/lib/run/run";
import { HopValue } from "./hop-value";

const titles: Readonly<Record<HopPoint, string>> = {
  asked: "Asked for in code",
  fetch: "Built by the SDK",
  wire: "On the wire",
  gateway: "At the gateway",
  provider: "At the provider",
};

/**
 * Every header asked for or seen, in the order the furthest point had them. The small number before a value is the place
 * its line had at that point.
 */
export function HopColumns({ request, context }: { request: ProviderRequest; context: HopContext }) {
  const points: readonly HopPoint[] = ["asked", ...pointsOf(request)];
  const isHidden = hidesSpelling(request.headerSets.fetch ?? []);
  return (
    <section
      aria-label="Headers hop by hop"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      tabIndex={0}
      className="focus-inset min-h-0 flex-1 overflow-auto"
    >
      <DataTable className="table-fixed text-xs" style={{ minWidth: 208 + points.length * 152 }}>
        <thead>
          <tr>
            <HeadCell className="left-0 z-20 w-52 border-r pl-3">Header</HeadCell>
            {points.map((point) => (
              <HeadCell key={point}>
                {titles[point]}
                {point !== "asked" && <span className="ml-1.5 font-normal">{point}</span>}
                {point === "fetch" && isHidden && (
                  <span
                    title="The SDK hands a Headers object to fetch, which does not show the case and order of its names."
                    className="block text-2xs font-normal text-subtle"
                  >
                    case and order not visible
                  </span>
                )}
              </HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {headerHops(request, context).map((row) => (
            <tr key={row.key}>
              <th
                scope="row"
                aria-label={row.name}
                title={headerExplanation(row.key) ?? undefined}
                className="sticky left-0 z-10 border-r border-b bg-panel px-3 py-1 text-left align-top font-normal"
              >
                <code className="block truncate text-ink">{row.name}</code>
                <span className="line-clamp-2 text-2xs text-subtle">{headerExplanation(row.key)}</span>
              </th>
              {row.cells.map((cell) => (
                <HopValue
                  key={cell.point}
                  row={row}
                  cell={cell}
                  hidesSpelling={cell.point === "fetch" && isHidden}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}
