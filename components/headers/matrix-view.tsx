"use client";
import type { ReactNode } from "react";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { useRun } from "@/lib/client/use-run";
import { useUrlParam } from "@/lib/client/use-url-param";
import type { ObservationPoint } from "@/lib/protocol/observation-point";
import { visibleMatrix } from "@/lib/run/header-matrix-filter";
import { liveHeaderMatrix } from "@/lib/run/live-selectors";
import { MatrixFilters, useMatrixFilter } from "./matrix-filters";
import { MatrixGrid } from "./matrix-grid";

const pointHints = {
  all: "what became of each header on its way",
  fetch: "what the SDK handed to fetch",
  wire: "what the HTTP client wrote",
  gateway: "what the gateway received",
  provider: "what the provider received",
};

/** Every request beside every other, at one observation point or at all of them. */
export function MatrixView({
  points,
  switcher,
}: {
  points: readonly ObservationPoint[];
  switcher: ReactNode;
}) {
  const [chosen, setChosen] = useUrlParam("point", "all");
  const point = points.find((each) => each === chosen) ?? "all";
  const shown = point === "all" ? points : [point];
  const matrix = useRun((run) => liveHeaderMatrix(run, shown));
  const filters = useMatrixFilter(matrix.columns.length);
  const problems = matrix.groups.flatMap(({ rows }) => rows).filter((row) => row.problems > 0).length;
  return (
    <>
      <div className="flex shrink-0 flex-col gap-1.5 border-b px-3 py-1.5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {switcher}
          <SegmentedControl
            label="Observation point"
            value={point}
            onValueChange={setChosen}
            options={["all" as const, ...points].map((value) => ({ value, label: value }))}
          />
          <span className="hidden text-xs text-subtle @3xl:inline">{pointHints[point]}</span>
        </div>
        <MatrixFilters {...filters} problems={problems} />
      </div>
      <MatrixGrid points={shown} visible={visibleMatrix(matrix, filters.filter)} />
    </>
  );
}
