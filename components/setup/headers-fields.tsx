"use client";
import { TextField } from "@/components/ui/text-field";
import { editSetup, useSetup } from "@/lib/client/setup-store";
import { HeaderRows } from "./header-rows";
import { useField } from "./use-field";

/** The rows of both kinds of headers, and what is expected of them. */
export function HeadersFields() {
  const expectations = useSetup(({ draft }) => draft.expectations);
  return (
    <>
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
    </>
  );
}
