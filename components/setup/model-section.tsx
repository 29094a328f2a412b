"use client";
import { ChevronsUpDown } from "lucide-react";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { NumberField } from "@/components/ui/number-field";
import { Switch } from "@/components/ui/switch";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { editSetup, useSetup } from "@/lib/client/setup-store";
import { knownModels } from "./known-models";
import { SetupSection } from "./setup-section";
import { useField } from "./use-field";

/** The model and how it is asked. */
export function ModelSection() {
  const model = useSetup(({ draft }) => draft.model);
  const maxTokens = useSetup(({ draft }) => draft.maxTokens);
  const stream = useSetup(({ draft }) => draft.stream);
  const paramsText = useSetup(({ draft }) => draft.paramsText);
  return (
    <SetupSection name="model" title="Model" summary={model} openAtFirst>
      <ModelField />
      <div className="flex items-end gap-4">
        <NumberField
          label="Max tokens"
          className="w-28"
          min={1}
          value={maxTokens}
          onValueChange={(next) => editSetup({ maxTokens: next })}
          {...useField("maxTokens")}
        />
        <Switch
          label="Stream"
          className="h-7"
          checked={stream}
          onCheckedChange={(checked) => editSetup({ stream: checked })}
        />
      </div>
      <TextArea
        label="Further parameters (JSON)"
        hint="Any other Messages API parameter, passed on untouched."
        placeholder={'{"thinking": {"type": "adaptive"}}'}
        mono
        minRows={1}
        value={paramsText}
        onValueChange={(next) => editSetup({ paramsText: next })}
        {...useField("params")}
      />
    </SetupSection>
  );
}

/** Any model id, with the known ones to choose from. */
function ModelField() {
  const model = useSetup(({ draft }) => draft.model);
  return (
    <div className="relative">
      <TextField
        label="Model"
        mono
        value={model}
        onValueChange={(next) => editSetup({ model: next })}
        {...useField("model")}
      />
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <IconButton label="Known models" size="sm" className="absolute top-6 right-0.5">
            <ChevronsUpDown aria-hidden />
          </IconButton>
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          {knownModels.map((id) => (
            <DropdownMenuItem
              key={id}
              className="font-mono text-xs"
              onSelect={() => editSetup({ model: id })}
            >
              {id}
            </DropdownMenuItem>
          ))}
        </DropdownMenuContent>
      </DropdownMenu>
    </div>
  );
}
