"use client";
import { TableProperties } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { useRun } from "@/lib/client/use-run";
import { observedPoints } from "@/lib/run/header-matrix";
import { HopsView } from "./hops-view";
import { MatrixView } from "./matrix-view";
import { useHeadersView } from "./use-headers-view";

/** Which headers each request carries, where they differ, and which hop changed them. */
export function HeadersPane() {
  const points = useRun(observedPoints);
  const [view, setView] = useHeadersView();
  if (points.length === 0) {
    return (
      <EmptyState icon={<TableProperties aria-hidden />} title="No header set yet">
        As soon as a request leaves, its headers stand here beside those of every other request.
      </EmptyState>
    );
  }
  const switcher = (
    <SegmentedControl
      label="View"
      value={view}
      onValueChange={setView}
      options={[
        { value: "matrix", label: "All requests" },
        { value: "hops", label: "Hop by hop" },
      ]}
    />
  );
  return (
    <section aria-label="Headers" className="@container flex h-full min-h-0 flex-col">
      {view === "matrix" ? (
        <MatrixView points={points} switcher={switcher} />
      ) : (
        <HopsView switcher={switcher} />
      )}
    </section>
  );
}
