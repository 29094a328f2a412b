"use client";
import { FlaskConical, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { TextArea } from "@/components/ui/text-area";
import { useResource } from "@/lib/client/api-resource";
import { scenarios } from "@/lib/client/catalogues";
import { editSetup, useSetup } from "@/lib/client/setup-store";
import { useField } from "./use-field";

/** What to ask: the prompt or whole messages, and the system prompt. */
export function PromptSection() {
  const hasMessages = useSetup(({ draft }) => draft.messagesText !== "");
  const system = useSetup(({ draft }) => draft.system);
  const field = useField("system");
  return (
    <div className="flex flex-col gap-3 p-3">
      <ScenarioChip />
      {hasMessages ? <MessagesField /> : <PromptField />}
      <TextArea
        label="System prompt"
        placeholder="None"
        minRows={1}
        maxRows={12}
        value={system}
        onValueChange={(next) => editSetup({ system: next })}
        {...field}
      />
    </div>
  );
}

function PromptField() {
  const prompt = useSetup(({ draft }) => draft.prompt);
  const field = useField("prompt");
  return (
    <TextArea
      label="Prompt"
      placeholder="Ask something that needs a tool"
      minRows={4}
      value={prompt}
      onValueChange={(next) => editSetup({ prompt: next })}
      {...field}
    />
  );
}

function MessagesField() {
  const messagesText = useSetup(({ draft }) => draft.messagesText);
  const field = useField("messages");
  return (
    <div className="flex flex-col items-start gap-2">
      <TextArea
        label="Messages (JSON)"
        mono
        minRows={8}
        className="w-full"
        value={messagesText}
        onValueChange={(next) => editSetup({ messagesText: next })}
        {...field}
      />
      <Button size="sm" onClick={() => editSetup({ messagesText: "" })}>
        Ask with a prompt instead
      </Button>
    </div>
  );
}

/** The scenario the setup came from: it may script the simulator, so it says so and can be taken away. */
function ScenarioChip() {
  const name = useSetup(({ draft }) => (draft.provider === "simulator" ? draft.scenario : null));
  const prompt = useSetup(({ draft }) => draft.prompt);
  const known = useResource(scenarios);
  if (name === null) return null;
  const scenario = known.status === "ready" ? known.value.find((each) => each.name === name) : undefined;
  const edited = scenario !== undefined && scenario.setup.prompt !== prompt;
  return (
    <div className="flex items-start gap-2 rounded-md border bg-sunken py-1 pr-1 pl-2">
      <FlaskConical className="mt-1 size-3.5 shrink-0 text-subtle" aria-hidden />
      <div className="min-w-0 flex-1 py-0.5 text-xs">
        <p className="truncate">
          <span className="text-subtle">Scenario </span>
          <span className="font-medium">{scenario?.title ?? name}</span>
        </p>
        {edited && (
          <p className="mt-0.5 text-muted">
            Its replies may be scripted. Remove it to have the simulator read your prompt.
          </p>
        )}
      </div>
      <IconButton label="Remove scenario" size="sm" onClick={() => editSetup({ scenario: null })}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
