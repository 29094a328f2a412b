"use client";
import { useRunClock } from "@/lib/client/use-run-clock";
import { countOf } from "@/lib/run/quantity-text";
import type { Batch } from "@/lib/run/run";
import { batchText } from "@/lib/run/timeline-layout";
import type { CallView } from "@/lib/run/transcript-view";
import { CallItem } from "./call-item";

/** Calls the reply asks for, side by side; the first group of a turn says how its batch went. */
export function CallGroup({ calls, batch }: { calls: readonly CallView[]; batch: Batch | null }) {
  return (
    <section aria-label={countOf(calls.length, "tool call")} className="overflow-clip rounded-md border">
      <p className="flex h-7 items-center border-b bg-kind-tool-soft/60 px-2.5 text-xs text-kind-tool-text">
        {batch === null || batch.calls.length === 0 ? (
          countOf(calls.length, "call")
        ) : (
          <BatchText batch={batch} />
        )}
      </p>
      <ul>
        {calls.map((call) => (
          <CallItem key={call.toolCallId} view={call} />
        ))}
      </ul>
    </section>
  );
}

function BatchText({ batch }: { batch: Batch }) {
  return batch.endAt === null ? <GrowingBatchText batch={batch} /> : batchText(batch, batch.endAt);
}

function GrowingBatchText({ batch }: { batch: Batch }) {
  return batchText(batch, useRunClock());
}
