"use client";
import { TextField } from "@/components/ui/text-field";
import { choose } from "@/lib/client/lab-choice";
import type { LabSetting } from "@/lib/client/lab-setting";
import {
  type CheckChoice,
  checkEngines,
  checkEngineTitles,
  checkRoutes,
  checkRouteTitles,
  headerKindNotes,
  headerKinds,
  headerKindTitles,
} from "@/lib/run/header-check/check-choice";
import { ChoiceGroup } from "./choice-group";

/** Every combination of what is ticked here is one run. */
export function LabChoices({
  choice,
  setting,
  token,
  onTokenChange,
}: {
  choice: CheckChoice;
  setting: LabSetting;
  token: string;
  onTokenChange: (token: string) => void;
}) {
  const installed = setting.catalogue.sdkVersions.map(({ version }) => version);
  const versions = [...new Set([...installed, ...choice.sdkVersions])];
  const change = (part: keyof CheckChoice) => (values: readonly string[]) => choose(part, values, installed);
  return (
    <>
      <ChoiceGroup
        title="Engines"
        values={choice.engines}
        options={checkEngines.map((value) => ({ value, label: checkEngineTitles[value] }))}
        onChange={change("engines")}
      />
      <ChoiceGroup
        title="SDK versions"
        note="Of @anthropic-ai/sdk. The AI SDK is here in one version of its own."
        columns
        values={choice.sdkVersions}
        options={versions.map((value) => ({
          value,
          label: value === installed[0] ? `${value} newest` : value,
        }))}
        onChange={change("sdkVersions")}
      />
      <ChoiceGroup
        title="Headers"
        values={choice.kinds}
        options={headerKinds.map((value) => ({
          value,
          label: headerKindTitles[value],
          note: headerKindNotes[value],
        }))}
        onChange={change("kinds")}
      />
      <ChoiceGroup
        title="Route"
        values={choice.routes}
        options={checkRoutes.map((value) => ({ value, label: checkRouteTitles[value] }))}
        onChange={change("routes")}
      >
        {choice.routes.includes("gateway") && (
          <TextField
            label="Gateway token"
            mono
            hint="Any will do, unless TOOLSCOPE_GATEWAY_TOKEN of the server names one. It is not stored."
            value={token}
            onValueChange={onTokenChange}
          />
        )}
      </ChoiceGroup>
    </>
  );
}
