"use client";
import { FieldNote } from "@/components/ui/field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { EngineKind } from "@/lib/client/setup-draft";
import { editSetup, useSetup } from "@/lib/client/setup-store";
import { RunnerFields } from "./runner-fields";
import { SdkVersionField } from "./sdk-version-field";
import { SetupSection } from "./setup-section";
import { useField } from "./use-field";

const options: readonly { value: EngineKind; label: string }[] = [
  { value: "manual", label: "Manual loop" },
  { value: "tool-runner", label: "Tool runner" },
  { value: "ai-sdk", label: "AI SDK" },
];

const sentences: Readonly<Record<EngineKind, string>> = {
  manual: "A loop written by hand: ask, run the tools, send the results, ask again.",
  "tool-runner": "The SDK's own loop, client.beta.messages.toolRunner.",
  "ai-sdk": "streamText of the ai package, with the provider @ai-sdk/anthropic.",
};

/** What drives the loop. */
export function EngineSection() {
  const engine = useSetup(({ draft }) => draft.engine);
  const version = useSetup(({ draft }) => draft.sdkVersion);
  const label = options.find((option) => option.value === engine)?.label ?? engine;
  const summary = version === "" || engine === "ai-sdk" ? label : `${label}, SDK ${version}`;
  return (
    <SetupSection name="engine" title="Engine" summary={summary}>
      <EngineChoice engine={engine} />
      {engine !== "ai-sdk" && <SdkVersionField />}
      {engine === "tool-runner" && <RunnerFields />}
    </SetupSection>
  );
}

function EngineChoice({ engine }: { engine: EngineKind }) {
  const { error } = useField("engine.kind");
  return (
    <div data-field="engine.kind" className="flex flex-col gap-1">
      <SegmentedControl
        label="Engine"
        value={engine}
        onValueChange={(next) => editSetup({ engine: next })}
        options={options}
        className="w-full"
      />
      <FieldNote id="engine-kind" hint={sentences[engine]} error={error} />
    </div>
  );
}
