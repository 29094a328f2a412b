"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { type ToolChoice, toolChoices } from "@/lib/client/setup-draft";
import { editSetup, useSetup } from "@/lib/client/setup-store";
import { toolChoiceText } from "@/lib/client/tool-choice-text";
import { useField } from "./use-field";

const names: Record<ToolChoice, { label: string; detail: string }> = {
  auto: { label: "auto", detail: "the model decides" },
  any: { label: "any", detail: "some tool" },
  none: { label: "none", detail: "no tool" },
  tool: { label: "tool", detail: "this one" },
};

/** Whether the model has to call a tool, whether it may call several in one reply, and what that comes to. */
export function ToolChoiceField() {
  const choice = useSetup(({ draft }) => draft.toolChoice);
  const name = useSetup(({ draft }) => draft.toolChoiceName);
  const parallel = useSetup(({ draft }) => draft.parallelToolUse);
  return (
    <div className="flex flex-col gap-1.5">
      <div className="grid grid-cols-2 gap-2">
        <Select
          label="Tool choice"
          value={choice}
          onValueChange={(value) =>
            editSetup({ toolChoice: toolChoices.find((each) => each === value) ?? "auto" })
          }
          options={toolChoices.map((value) => ({ value, ...names[value] }))}
          {...useField("toolChoice")}
        />
        {choice === "tool" && (
          <TextField
            label="Which tool"
            mono
            placeholder="get_weather"
            value={name}
            onValueChange={(next) => editSetup({ toolChoiceName: next })}
          />
        )}
      </div>
      <Checkbox
        label="Several calls in one reply"
        checked={parallel && choice !== "none"}
        disabled={choice === "none"}
        aria-describedby="tool-choice-meaning"
        onCheckedChange={(next) => editSetup({ parallelToolUse: next === true })}
      />
      <p id="tool-choice-meaning" className="text-xs text-subtle">
        {toolChoiceText(choice, parallel)}
      </p>
    </div>
  );
}
