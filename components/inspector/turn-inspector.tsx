"use client";
import { JsonView } from "@/components/ui/json-view";
import { KeyValueList } from "@/components/ui/key-value-list";
import { select } from "@/lib/client/selection";
import { useRunClock } from "@/lib/client/use-run-clock";
import { isJsonObject } from "@/lib/protocol/json-object";
import { batchTiming } from "@/lib/run/batch-timing";
import { inputSummary } from "@/lib/run/input-summary";
import { countOf, durationText, factorText } from "@/lib/run/quantity-text";
import { replyOf, stopReasonOf } from "@/lib/run/reply-of-turn";
import { requestLine } from "@/lib/run/request-line";
import type { Batch, Turn } from "@/lib/run/run";
import { CallDuration } from "../content/call-duration";
import { LiveDuration } from "../content/live-duration";
import { StatusText } from "../content/status-text";
import { Part } from "./part";
import { ScrollArea } from "./scroll-area";

/** A turn at a glance: its requests, its tokens, its batch. */
export function TurnInspector({ turn }: { turn: Turn }) {
  const usage = replyOf(turn)?.fields.usage;
  return (
    <ScrollArea label={`Turn ${turn.index + 1}`}>
      <Part title="Overview">
        <KeyValueList
          items={[
            { key: "Start", value: `${durationText(turn.startAt)} after the run began` },
            { key: "Duration", value: <LiveDuration from={turn.startAt} to={turn.endAt} /> },
            { key: "Requests", value: countOf(turn.requests.length, "request") },
            { key: "Stop reason", value: <code>{stopReasonOf(turn) ?? "none yet"}</code> },
          ]}
        />
      </Part>
      <Part title="Requests">
        <ul className="-mx-1">
          {turn.requests.map((request) => {
            const line = requestLine(request);
            return (
              <li key={request.requestId}>
                <button
                  type="button"
                  onClick={() => select({ kind: "request", id: request.requestId })}
                  className="flex h-7 w-full items-center gap-3 rounded-sm px-1 text-left text-xs hover:bg-hover"
                >
                  <code className="truncate">
                    {line.method} {line.path}
                  </code>
                  <span className="ml-auto shrink-0">
                    <StatusText status={line.status} state={line.state} />
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      </Part>
      {turn.batch !== null && turn.batch.calls.length > 0 && <BatchPart batch={turn.batch} />}
      {isJsonObject(usage) && (
        <Part title="Usage" copy={() => JSON.stringify(usage, null, 2)}>
          <JsonView value={usage} label="Usage" />
        </Part>
      )}
    </ScrollArea>
  );
}

function BatchPart({ batch }: { batch: Batch }) {
  const timing = batchTiming(batch, useRunClock());
  return (
    <Part title={`Batch of ${countOf(batch.calls.length, "call")}`}>
      <KeyValueList
        items={[
          { key: "Wall time", value: durationText(timing.wallMs) },
          ...(timing.waitedMs > 0
            ? [{ key: "Only waiting", value: `${durationText(timing.waitedMs)} for a person` }]
            : []),
          { key: "Summed", value: durationText(timing.summedMs) },
          { key: "Speed-up", value: factorText(timing.speedUp) },
          { key: "Peak overlap", value: countOf(timing.peakOverlap, "call") },
          {
            key: "Slowest",
            value:
              timing.slowest === null ? "none" : `${timing.slowest.name}, ${durationText(timing.slowest.ms)}`,
          },
        ]}
      />
      <ul className="-mx-1 mt-2">
        {batch.calls.map((call) => (
          <li key={call.toolCallId}>
            <button
              type="button"
              onClick={() => select({ kind: "tool-call", id: call.toolCallId })}
              className="flex h-7 w-full items-center gap-2 rounded-sm px-1 text-left text-xs hover:bg-hover"
            >
              <code className="shrink-0">{call.name}</code>
              <span className="min-w-0 truncate text-muted">{inputSummary(call.input)}</span>
              <CallDuration call={call} className="ml-auto shrink-0 text-subtle" />
            </button>
          </li>
        ))}
      </ul>
    </Part>
  );
}
