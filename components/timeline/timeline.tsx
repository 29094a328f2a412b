"use client";
import { ChartNoAxesGantt, ZoomOut } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useRun } from "@/lib/client/use-run";
import { useRunClock } from "@/lib/client/use-run-clock";
import { durationText } from "@/lib/run/quantity-text";
import { timelineRows } from "@/lib/run/timeline-layout";
import { type TimeWindow, wholeWindow } from "@/lib/run/timeline-window";
import { Legend } from "./legend";
import { TimelineGrid } from "./timeline-grid";
import { TimelineTable } from "./timeline-table";

/** The run as a waterfall on one time axis: requests, batches, one lane per call. */
export function Timeline() {
  const run = useRun((each) => each);
  // The end moves in steps: what depends on nothing else is drawn again only then, not with every tick of the clock.
  const end = wholeWindow(run, useRunClock()).to;
  const whole = { from: 0, to: end };
  const [zoom, setZoom] = useState<TimeWindow | null>(null);
  const rows = timelineRows(run);
  if (rows.length === 0) {
    return (
      <EmptyState icon={<ChartNoAxesGantt aria-hidden />} title="No request yet">
        Bars appear here as soon as the first request leaves.
      </EmptyState>
    );
  }
  const shown = zoom ?? whole;
  return (
    <section aria-label="Timeline" className="flex h-full min-h-0 flex-col">
      <div className="flex h-9 shrink-0 items-center gap-4 overflow-hidden border-b px-3">
        <Legend />
        <span className="ml-auto flex shrink-0 items-center gap-2 text-xs text-subtle">
          {zoom === null ? (
            "drag to zoom"
          ) : (
            <>
              {durationText(zoom.from)} to {durationText(zoom.to)}
              <Button size="sm" variant="ghost" onClick={() => setZoom(null)}>
                <ZoomOut aria-hidden /> Whole run
              </Button>
            </>
          )}
        </span>
      </div>
      <TimelineGrid rows={rows} turns={run.turns} whole={whole} window={shown} onZoom={setZoom} />
      <TimelineTable turns={run.turns} />
    </section>
  );
}
