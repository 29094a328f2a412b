"use client";
import { RunPicker } from "./run-picker";

/** What one sees before there is anything to compare: what it is for, and the runs to pick. */
export function PickRuns({ ids }: { ids: readonly string[] }) {
  return (
    <section aria-label="Pick runs" className="h-full overflow-y-auto bg-canvas">
      <div className="mx-auto flex min-h-full max-w-200 flex-col px-6 py-6">
        <h2 className="text-lg font-semibold tracking-tight">Put runs side by side</h2>
        <p className="mt-1 mb-5 max-w-160 text-muted">
          Pick two to six runs. They are aligned turn by turn: which headers each request carried, where the
          bodies differ, how many requests it took and how long. The first one picked is the baseline that the
          others are compared with. {ids.length === 1 && "One is picked already."}
        </p>
        <RunPicker ids={ids} />
      </div>
    </section>
  );
}
