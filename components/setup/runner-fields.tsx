"use client";
import { FieldNote } from "@/components/ui/field";
import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { useResource } from "@/lib/client/api-resource";
import { abilitiesOf, engineCatalogue } from "@/lib/client/engine-catalogue";
import { type ThreadChoice, threadChoices } from "@/lib/client/setup-draft";
import { editSetup, useSetup } from "@/lib/client/setup-store";
import { HookList } from "./hook-list";
import { useField } from "./use-field";

const threadWords: Readonly<Record<ThreadChoice, { label: string; detail: string }>> = {
  default: { label: "Default", detail: "as the version does" },
  on: { label: "On", detail: "sends what is new" },
  off: { label: "Off", detail: "sends all, each time" },
};

/** What may be asked of the SDK's tool runner. */
export function RunnerFields() {
  const thread = useSetup(({ draft }) => draft.thread);
  const maxIterations = useSetup(({ draft }) => draft.maxIterations);
  return (
    <>
      <div className="grid grid-cols-2 gap-2">
        <Select
          label="Message thread"
          value={thread}
          onValueChange={(next) =>
            editSetup({ thread: threadChoices.find((each) => each === next) ?? "default" })
          }
          options={threadChoices.map((value) => ({ value, ...threadWords[value] }))}
          {...useField("engine.thread")}
        />
        <NumberField
          label="Max iterations"
          unit="requests"
          min={1}
          max={1_000}
          value={maxIterations}
          onValueChange={(next) => editSetup({ maxIterations: next })}
          {...useField("engine.maxIterations")}
        />
      </div>
      <EagerSwitch />
      <HookList />
    </>
  );
}

/** Both need the reply to be streamed, so the note says which switch is in the way. */
function EagerSwitch() {
  const eager = useSetup(({ draft }) => draft.eager);
  const stream = useSetup(({ draft }) => draft.stream);
  const version = useSetup(({ draft }) => draft.sdkVersion);
  const known = useResource(engineCatalogue);
  const abilities = known.status === "ready" ? abilitiesOf(known.value.sdkVersions, version) : null;
  const { name: field, error } = useField("engine.eager");
  const note =
    abilities?.eager === false
      ? `SDK ${abilities.version} starts no tool before the reply is whole.`
      : stream
        ? "A tool starts as soon as its call is whole, while the reply still streams."
        : "Needs a streamed reply: switch Stream on in Model.";
  return (
    <div data-field={field} className="flex flex-col gap-1">
      <Switch
        label="Run tools eagerly"
        checked={eager}
        onCheckedChange={(checked) => editSetup({ eager: checked })}
        aria-describedby="engine-eager-note"
      />
      <FieldNote id="engine-eager" hint={note} error={error} />
    </div>
  );
}
