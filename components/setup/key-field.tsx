"use client";
import { SecretField } from "@/components/ui/secret-field";
import { setApiKey, useSetup } from "@/lib/client/setup-store";
import { useField } from "./use-field";

/** The key for the provider: in memory, until the page is left. */
export function KeyField() {
  const apiKey = useSetup((state) => state.apiKey);
  const custom = useSetup(({ draft }) => draft.provider === "custom");
  return (
    <SecretField
      what="the key"
      label="API key"
      placeholder={custom ? "None: not-used is sent" : "sk-ant-…"}
      hint="Kept in memory for this session, never stored."
      value={apiKey}
      onValueChange={setApiKey}
      {...useField("provider.apiKey")}
    />
  );
}
