"use client";
import { NumberField } from "@/components/ui/number-field";
import type { LimitName } from "@/lib/client/draft-limits";
import { editSetup, useSetup } from "@/lib/client/setup-store";
import { useField } from "./use-field";

type LimitText = { readonly label: string; readonly unit?: string; readonly hint?: string };

const limits: readonly [limit: LimitName, text: LimitText][] = [
  ["maxTurns", { label: "Turns" }],
  ["toolTimeoutMs", { label: "One tool call", unit: "ms" }],
  ["connectTimeoutMs", { label: "Connecting", unit: "ms" }],
  ["firstByteTimeoutMs", { label: "First byte", unit: "ms", hint: "Empty: as silence." }],
  ["idleTimeoutMs", { label: "Silence of the provider", unit: "ms" }],
  ["totalTimeoutMs", { label: "The whole run", unit: "ms" }],
  ["humanTimeoutMs", { label: "A person's decision", unit: "ms" }],
  ["maxEventBytes", { label: "One event of a stream", unit: "bytes" }],
  ["maxResponseBytes", { label: "One response", unit: "bytes" }],
  ["maxRunBytes", { label: "The log of the run", unit: "bytes" }],
];

/** Each limit of a run. */
export function LimitsFields() {
  return (
    <div className="grid grid-cols-2 gap-3">
      {limits.map(([limit, text]) => (
        <LimitField key={limit} limit={limit} {...text} />
      ))}
    </div>
  );
}

function LimitField({ limit, ...text }: { limit: LimitName } & LimitText) {
  const value = useSetup(({ draft }) => draft[limit]);
  return (
    <NumberField
      {...text}
      min={1}
      value={value}
      onValueChange={(next) => editSetup({ [limit]: next })}
      {...useField(`limits.${limit}`)}
    />
  );
}
