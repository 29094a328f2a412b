"use client";
import { TextField } from "@/components/ui/text-field";
import { editSetup, useSetup } from "@/lib/client/setup-store";
import { countOf } from "@/lib/run/quantity-text";
import { HeaderRows } from "./header-rows";
import { SetupSection } from "./setup-section";
import { useField } from "./use-field";

/** Headers to send, and headers that must be on every request. */
export function HeadersSection() {
  const count = useSetup(({ draft }) => draft.defaultHeaders.length + draft.perRequestHeaders.length);
  const expectations = useSetup(({ draft }) => draft.expectations);
  return (
    <SetupSection name="headers" title="Headers" summary={count === 0 ? "none" : countOf(count, "header")}>
      <HeaderRows
        field="defaultHeaders"
        title="Default headers"
        hint="Given to the SDK client: meant for every request."
      />
      <HeaderRows
        field="perRequestHeaders"
        title="Per-request headers"
        hint="Given to the call that sends a request; the SDK writes their names in lower case."
      />
      <TextField
        label="Expectations"
        hint="Names of headers that must be on every request; a missing one is a finding."
        placeholder="x-request-source, x-tenant"
        mono
        value={expectations}
        onValueChange={(next) => editSetup({ expectations: next })}
        {...useField("expectations")}
      />
    </SetupSection>
  );
}
