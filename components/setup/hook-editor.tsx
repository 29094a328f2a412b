"use client";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { firstJson, type HookKind, type HookRow, hookFields, hookKinds } from "@/lib/client/hook-row";
import { changeHook, moveHook, removeHook } from "./change-hooks";
import { CompactNote } from "./compact-note";
import { useField } from "./use-field";

const words: Readonly<Record<HookKind, { label: string; hint: string }>> = {
  "edit-params": {
    label: "Edit parameters",
    hint: "Merged into the parameters of the requests that follow.",
  },
  "append-messages": { label: "Append messages", hint: "Added behind the reply and its results." },
  "edit-tool-result": { label: "Edit tool results", hint: "Merged into each result before it goes back." },
  "stop-on-tool-error": {
    label: "Stop on a tool error",
    hint: "Leaves the loop instead of sending the error.",
  },
  compact: { label: "Compact", hint: "Has the conversation summarised before the next turn." },
};

const jsonLabels = { params: "Parameters (JSON)", messages: "Messages (JSON)", fields: "Fields (JSON)" };

/** One hook: what it does, when, and its place among the others. */
export function HookEditor({ hook, place, count }: { hook: HookRow; place: number; count: number }) {
  const { turn, tool, json } = hookFields[hook.kind];
  const title = `hook ${place + 1}`;
  return (
    <li className="flex flex-col gap-2 rounded-md border bg-sunken p-1.5">
      <div className="flex items-end gap-1">
        <Select
          label={`Kind of ${title}`}
          labelHidden
          className="flex-1"
          value={hook.kind}
          onValueChange={(next) => changeKind(hook, next)}
          options={hookKinds.map((kind) => ({ value: kind, label: words[kind].label }))}
          {...useField(`hooks.${hook.id}.kind`)}
        />
        <IconButton
          label={`Move ${title} up`}
          size="sm"
          disabled={place === 0}
          onClick={() => moveHook(hook.id, -1)}
        >
          <ArrowUp aria-hidden />
        </IconButton>
        <IconButton
          label={`Move ${title} down`}
          size="sm"
          disabled={place === count - 1}
          onClick={() => moveHook(hook.id, 1)}
        >
          <ArrowDown aria-hidden />
        </IconButton>
        <IconButton label={`Remove ${title}`} size="sm" onClick={() => removeHook(hook.id)}>
          <Trash2 aria-hidden />
        </IconButton>
      </div>
      <p className="px-0.5 text-subtle text-xs">{words[hook.kind].hint}</p>
      {(turn !== "none" || tool) && (
        <div className="grid grid-cols-2 gap-2">
          {turn !== "none" && <TurnField hook={hook} required={turn === "required"} />}
          {tool && <ToolField hook={hook} />}
        </div>
      )}
      {json !== null && <JsonField hook={hook} name={json} />}
      {hook.kind === "compact" && <CompactNote />}
    </li>
  );
}

function TurnField({ hook, required }: { hook: HookRow; required: boolean }) {
  return (
    <NumberField
      label="After turn"
      min={1}
      max={1_000}
      {...(!required && { hint: "Empty: after every turn." })}
      value={hook.afterTurn}
      onValueChange={(afterTurn) => changeHook(hook.id, { afterTurn })}
      {...useField(`hooks.${hook.id}.afterTurn`)}
    />
  );
}

function ToolField({ hook }: { hook: HookRow }) {
  return (
    <TextField
      label="Tool"
      mono
      hint="Empty: every tool."
      value={hook.tool}
      onValueChange={(tool) => changeHook(hook.id, { tool })}
      {...useField(`hooks.${hook.id}.tool`)}
    />
  );
}

function JsonField({ hook, name }: { hook: HookRow; name: keyof typeof jsonLabels }) {
  return (
    <TextArea
      label={jsonLabels[name]}
      mono
      minRows={2}
      value={hook.jsonText}
      onValueChange={(jsonText) => changeHook(hook.id, { jsonText })}
      {...useField(`hooks.${hook.id}.${name}`)}
    />
  );
}

/** What somebody wrote is kept; an example that nobody touched gives way to the next kind's. */
function changeKind(hook: HookRow, next: string): void {
  const kind = hookKinds.find((each) => each === next) ?? hook.kind;
  const untouched = hook.jsonText.trim() === "" || hook.jsonText === firstJson[hook.kind];
  changeHook(hook.id, { kind, ...(untouched && { jsonText: firstJson[kind] }) });
}
