"use client";
import { JsonView } from "@/components/ui/json-view";
import { KeyValueList } from "@/components/ui/key-value-list";
import { useRun } from "@/lib/client/use-run";
import { isJsonObject } from "@/lib/protocol/json-object";
import { decisionText } from "@/lib/run/decision-text";
import type { Pause } from "@/lib/run/run";
import { LiveDuration } from "../content/live-duration";
import { Part } from "./part";

/** What a person was asked about a call, and what was decided; nothing for a call that asked nobody. */
export function DecisionPart({ toolCallId }: { toolCallId: string }) {
  const pauses = useRun((run) => run.pauses.filter((pause) => pause.toolCallId === toolCallId));
  if (pauses.length === 0) return null;
  return (
    <Part title="Decision">
      {pauses.map((pause) => (
        <Decision key={pause.pauseId} pause={pause} />
      ))}
    </Part>
  );
}

function Decision({ pause }: { pause: Pause }) {
  const { question, decision, startAt, endAt } = pause;
  const fields = isJsonObject(decision) ? decision : {};
  return (
    <>
      <KeyValueList
        items={[
          ...(question === null
            ? []
            : [{ key: "Question", value: <span className="whitespace-pre-wrap">{question}</span> }]),
          { key: "Decision", value: decisionText(pause) },
          ...(typeof fields.reason === "string" ? [{ key: "Reason", value: fields.reason }] : []),
          { key: "Waited", value: <LiveDuration from={startAt} to={endAt} /> },
        ]}
      />
      {fields.type === "edit" && (
        <div className="mt-2">
          <p className="mb-1 text-xs text-subtle">Input it ran with</p>
          <JsonView value={fields.input} label="Input it ran with" openDepth={3} />
        </div>
      )}
    </>
  );
}
