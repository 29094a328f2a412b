"use client";
import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { firstJson, type HookRow } from "@/lib/client/hook-row";
import { randomId } from "@/lib/client/random-id";
import { editSetup, setupStore, useSetup } from "@/lib/client/setup-store";
import { HookEditor } from "./hook-editor";
import { focusSetupField } from "./setup-focus";

/** What a program would do between two turns of the runner, in the order in which it does it. */
export function HookList() {
  const hooks = useSetup(({ draft }) => draft.hooks);
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="float-left w-full font-medium text-muted text-xs">Hooks</legend>
      <p className="-mt-1 text-subtle text-xs">
        What the program does in the body of its loop over the runner, from the first to the last.
      </p>
      {hooks.length > 0 && (
        <ol aria-label="Hooks" className="flex flex-col gap-2">
          {hooks.map((hook, index) => (
            <HookEditor key={hook.id} hook={hook} place={index} count={hooks.length} />
          ))}
        </ol>
      )}
      <Button size="sm" className="self-start" onClick={addHook}>
        <Plus aria-hidden />
        Add a hook
      </Button>
    </fieldset>
  );
}

function addHook(): void {
  const kind = "edit-params";
  const hook: HookRow = { id: randomId(), kind, afterTurn: null, tool: "", jsonText: firstJson[kind] };
  editSetup({ hooks: [...setupStore.getState().draft.hooks, hook] });
  focusSetupField(`hooks.${hook.id}.kind`);
}
