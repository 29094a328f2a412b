"use client";
import { JsonView } from "@/components/ui/json-view";
import { KeyValueList } from "@/components/ui/key-value-list";
import { durationText } from "@/lib/run/quantity-text";
import type { ToolCall } from "@/lib/run/run";
import { CallDuration } from "../content/call-duration";
import { ResultContent } from "../content/result-content";
import { DecisionPart } from "./decision-part";
import { Part } from "./part";
import { ScrollArea } from "./scroll-area";

/** A tool call: what went in, what came out, what its handler printed, and when. */
export function ToolCallInspector({ call }: { call: ToolCall }) {
  const { result } = call;
  const failed = result?.isError === true;
  return (
    <ScrollArea label={`Call ${call.name}`}>
      <Part title="Input" copy={() => JSON.stringify(call.input, null, 2)}>
        <JsonView value={call.input} label={`Input of ${call.name}`} openDepth={3} />
      </Part>
      <Part
        title={failed ? "Result: error" : "Result"}
        copy={result === null ? undefined : () => resultCopy(result.content)}
      >
        <div className={failed ? "border-l-2 border-kind-error pl-2.5 text-kind-error-text" : undefined}>
          {result === null ? (
            <p className="text-sm text-muted">Running.</p>
          ) : (
            <ResultContent content={result.content} label={`Result of ${call.name}`} />
          )}
        </div>
      </Part>
      <DecisionPart toolCallId={call.toolCallId} />
      {call.log.length > 0 && (
        <Part title="Log" copy={() => call.log.map(({ line }) => line).join("\n")}>
          <ol className="font-mono text-xs leading-5">
            {call.log.map(({ at, line }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever appended
              <li key={index} className="flex gap-3">
                <span className="w-16 shrink-0 text-right text-subtle">
                  +{durationText(at - call.startAt)}
                </span>
                <span className="min-w-0 whitespace-pre-wrap break-words">{line}</span>
              </li>
            ))}
          </ol>
        </Part>
      )}
      <Part title="Timing">
        <KeyValueList
          items={[
            { key: "Start", value: `${durationText(call.startAt)} after the run began` },
            { key: "End", value: call.endAt === null ? "not yet" : durationText(call.endAt) },
            { key: "Duration", value: <CallDuration call={call} /> },
            { key: "Handler", value: call.handler },
            { key: "Id", value: <code className="break-all">{call.toolCallId}</code> },
          ]}
        />
      </Part>
    </ScrollArea>
  );
}

function resultCopy(content: unknown): string {
  return typeof content === "string" ? content : JSON.stringify(content, null, 2);
}
