"use client";
import { useEffect } from "react";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { agoText } from "@/lib/client/ago-text";
import { useResource } from "@/lib/client/api-resource";
import { recentRuns } from "@/lib/client/catalogues";
import { editSetup, useSetup } from "@/lib/client/setup-store";
import { countOf } from "@/lib/run/quantity-text";
import { useField } from "./use-field";

const speeds = [
  { value: "1", label: "As fast as they came" },
  { value: "2", label: "Twice as fast" },
  { value: "10", label: "10 times as fast" },
  { value: "1000", label: "At once" },
];

/** Whose replies answer, and how fast. */
export function RecordedFields() {
  const runId = useSetup(({ draft }) => draft.recordedRunId);
  const speed = useSetup(({ draft }) => draft.replaySpeed);
  const known = useResource(recentRuns);
  useEffect(() => recentRuns.reload(), []);
  const runs = known.status === "ready" ? known.value.filter((run) => run.outcome !== null) : [];
  const options = runs.map((run) => ({
    value: run.id,
    label: run.title,
    detail: `${agoText(run.startedAt)} · ${run.engine} · ${countOf(run.turns, "turn")}`,
  }));
  return (
    <>
      <p className="text-xs text-subtle">
        The replies of a stored run, in their order and with their pauses: another engine or SDK version on
        the same replies, without a key.
      </p>
      {options.length > 0 && (
        <Select
          label="Recent run"
          placeholder="Choose one of the newest"
          value={options.some((option) => option.value === runId) ? runId : ""}
          onValueChange={(recordedRunId) => editSetup({ recordedRunId })}
          options={options}
        />
      )}
      <TextField
        label="Run"
        placeholder="run_…"
        hint="Its id, as in its address. The history has them all."
        mono
        value={runId}
        onValueChange={(recordedRunId) => editSetup({ recordedRunId })}
        {...useField("provider.runId")}
      />
      <Select
        label="Replies come"
        value={String(speed)}
        onValueChange={(value) => editSetup({ replaySpeed: Number(value) })}
        options={
          speeds.some((each) => each.value === String(speed))
            ? speeds
            : [...speeds, { value: String(speed), label: `${speed} times as fast` }]
        }
      />
    </>
  );
}
