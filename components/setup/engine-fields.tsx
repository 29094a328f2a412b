"use client";
import { FieldNote } from "@/components/ui/field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { EngineKind } from "@/lib/client/setup-draft";
import { editSetup, useSetup } from "@/lib/client/setup-store";
import { engineNames } from "./engine-names";
import { RunnerFields } from "./runner-fields";
import { SdkVersionField } from "./sdk-version-field";
import { useField } from "./use-field";

const kinds: readonly EngineKind[] = ["manual", "tool-runner", "ai-sdk"];
const options = kinds.map((value) => ({ value, label: engineNames[value] }));

const sentences: Readonly<Record<EngineKind, string>> = {
  manual: "A loop written by hand: ask, run the tools, send the results, ask again.",
  "tool-runner": "The SDK's own loop, client.beta.messages.toolRunner.",
  "ai-sdk": "streamText of the ai package, with the provider @ai-sdk/anthropic.",
};

/** Which engine, and what may be asked of it. */
export function EngineFields() {
  const engine = useSetup(({ draft }) => draft.engine);
  return (
    <>
      <EngineChoice engine={engine} />
      {engine !== "ai-sdk" && <SdkVersionField />}
      {engine === "tool-runner" && <RunnerFields />}
    </>
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
