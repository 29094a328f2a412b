"use client";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { TextField } from "@/components/ui/text-field";
import { useResource } from "@/lib/client/api-resource";
import { environment } from "@/lib/client/catalogues";
import type { ProviderKind } from "@/lib/client/setup-draft";
import { editSetup, useSetup } from "@/lib/client/setup-store";
import { FoldedFields } from "./folded-fields";
import { GatewaySwitch } from "./gateway-switch";
import { SetupSection } from "./setup-section";
import { useField } from "./use-field";

const options: readonly { value: ProviderKind; label: string }[] = [
  { value: "simulator", label: "Simulator" },
  { value: "anthropic", label: "Anthropic" },
  { value: "custom", label: "Custom URL" },
  { value: "recorded", label: "Recorded" },
];

/** Who answers. */
export function ProviderSection() {
  const provider = useSetup(({ draft }) => draft.provider);
  const gateway = useSetup(({ draft }) => draft.gateway);
  const label = options.find((option) => option.value === provider)?.label;
  return (
    <SetupSection
      name="provider"
      title="Provider"
      summary={gateway ? `${label}, through the gateway` : label}
      openAtFirst
    >
      <SegmentedControl
        label="Provider"
        value={provider}
        onValueChange={(next) => editSetup({ provider: next })}
        options={options}
        className="w-full"
      />
      {provider === "simulator" && (
        <p className="text-xs text-subtle">
          The embedded Messages API: no key, no network, always the same answer.
        </p>
      )}
      {provider === "custom" && <BaseUrlField />}
      {provider === "anthropic" && <CredentialNote />}
      {provider === "recorded" && <FoldedFields section="recorded" />}
      {(provider === "anthropic" || provider === "custom") && <FoldedFields section="key" />}
      <GatewaySwitch />
    </SetupSection>
  );
}

function BaseUrlField() {
  const baseURL = useSetup(({ draft }) => draft.baseURL);
  return (
    <TextField
      label="Base URL"
      placeholder="https://gateway.example.com"
      hint="A gateway, or any server that speaks the Messages API. /v1/messages is appended."
      inputMode="url"
      mono
      value={baseURL}
      onValueChange={(next) => editSetup({ baseURL: next })}
      {...useField("provider.baseURL")}
    />
  );
}

/** What the server already holds for api.anthropic.com, and how to give what is missing. */
function CredentialNote() {
  const known = useResource(environment);
  const typed = useSetup(({ apiKey }) => apiKey !== "");
  if (known.status !== "ready") return null;
  const { hasApiKey, hasAuthToken, baseURL, customHeaderNames } = known.value;
  const source = hasApiKey ? "ANTHROPIC_API_KEY" : hasAuthToken ? "ANTHROPIC_AUTH_TOKEN" : null;
  return (
    <div className="flex flex-col gap-1 text-xs">
      {source !== null && (
        <p className="text-muted">
          The server has <code>{source}</code>
          {typed ? "; the key below is used instead." : " and uses it."}
        </p>
      )}
      {source === null && !typed && (
        <p className="rounded-md border border-kind-waiting/40 bg-kind-waiting-soft px-2 py-1.5 text-kind-waiting-text">
          The server has no key. Type one below, or start Toolscope with <code>ANTHROPIC_API_KEY</code> set.
        </p>
      )}
      {baseURL !== null && (
        <p className="text-muted">
          <code>ANTHROPIC_BASE_URL</code> is set: requests go to <code className="break-all">{baseURL}</code>.
        </p>
      )}
      {customHeaderNames.length > 0 && (
        <p className="text-muted">
          <code>ANTHROPIC_CUSTOM_HEADERS</code> adds {customHeaderNames.join(", ")}.
        </p>
      )}
    </div>
  );
}
