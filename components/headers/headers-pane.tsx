"use client";
import { TableProperties } from "lucide-react";
import { useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Switch } from "@/components/ui/switch";
import { TextField } from "@/components/ui/text-field";
import { useRun } from "@/lib/client/use-run";
import { useUrlParam } from "@/lib/client/use-url-param";
import { observedPoints } from "@/lib/run/header-matrix";
import { visibleGroups } from "@/lib/run/header-matrix-filter";
import { liveHeaderMatrix } from "@/lib/run/live-selectors";
import { MatrixGrid } from "./matrix-grid";

const pointHints = {
  fetch: "what the SDK handed to fetch",
  wire: "what the HTTP client wrote",
  gateway: "what the gateway received",
  provider: "what the provider received",
};

/** Which headers each request carries at one observation point, and where they differ. */
export function HeadersPane() {
  const points = useRun(observedPoints);
  const [chosen, setChosen] = useUrlParam("point", "");
  const [text, setText] = useState("");
  const [onlyChanges, setOnlyChanges] = useState(false);
  const furthest = points.at(-1);
  const point = points.find((each) => each === chosen) ?? furthest ?? "fetch";
  const matrix = useRun((run) => liveHeaderMatrix(run, point));
  if (furthest === undefined) {
    return (
      <EmptyState icon={<TableProperties aria-hidden />} title="No header set yet">
        As soon as a request leaves, its headers stand here beside those of every other request.
      </EmptyState>
    );
  }
  return (
    <section aria-label="Headers" className="@container flex h-full min-h-0 flex-col">
      <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b px-3 py-1">
        <SegmentedControl
          label="Observation point"
          value={point}
          onValueChange={setChosen}
          options={points.map((value) => ({ value, label: value }))}
        />
        <span className="hidden text-xs text-subtle @2xl:inline">{pointHints[point]}</span>
        <span className="ml-auto flex items-center gap-3">
          <Switch
            label="Differences only"
            checked={onlyChanges}
            onCheckedChange={setOnlyChanges}
            className="text-xs"
          />
          <TextField
            label="Filter headers"
            labelHidden
            placeholder="Filter headers"
            value={text}
            onValueChange={setText}
            className="w-40"
          />
        </span>
      </div>
      <MatrixGrid columns={matrix.columns} groups={visibleGroups(matrix.groups, { text, onlyChanges })} />
    </section>
  );
}
