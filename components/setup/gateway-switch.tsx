"use client";
import { FieldNote } from "@/components/ui/field";
import { Switch } from "@/components/ui/switch";
import { notify } from "@/components/ui/toast-queue";
import { gatewaySetup } from "@/lib/client/gateway-setup";
import { replaceSetup, setupStore, useSetup } from "@/lib/client/setup-store";
import { useField } from "./use-field";

/** Whether the embedded gateway stands between the loop and the provider. */
export function GatewaySwitch() {
  const gateway = useSetup(({ draft }) => draft.gateway);
  const { name: field, error } = useField("provider.gateway");
  return (
    <div data-field={field} className="flex flex-col gap-1">
      <Switch
        label="Through the embedded gateway"
        checked={gateway}
        onCheckedChange={switchGateway}
        aria-describedby="provider-gateway-note"
      />
      <FieldNote
        id="provider-gateway"
        error={error}
        hint="Wants cf-aig-authorization on every request, and puts the provider's key in its place."
      />
    </div>
  );
}

function switchGateway(on: boolean): void {
  const { draft } = setupStore.getState();
  const next = gatewaySetup(draft, on);
  const undo = replaceSetup(next);
  if (next.defaultHeaders === draft.defaultHeaders) return;
  const title = on ? "Gateway on, its header added" : "Gateway off, its header taken out";
  notify({
    title,
    detail: "cf-aig-authorization, in the default headers",
    action: { label: "Undo", run: undo },
  });
}
