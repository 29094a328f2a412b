"use client";
import { NumberField } from "@/components/ui/number-field";
import { defaultLimits } from "@/lib/client/setup-draft";
import { editSetup, useSetup } from "@/lib/client/setup-store";
import { durationText } from "@/lib/run/quantity-text";
import { SetupSection } from "./setup-section";
import { useField } from "./use-field";

type Limit = keyof typeof defaultLimits;

const limits: readonly [limit: Limit, label: string, unit: string | undefined][] = [
  ["maxTurns", "Turns", undefined],
  ["toolTimeoutMs", "One tool call", "ms"],
  ["idleTimeoutMs", "Silence of the provider", "ms"],
  ["totalTimeoutMs", "The whole run", "ms"],
  ["humanTimeoutMs", "A person's decision", "ms"],
];

/** When a run is ended for it. */
export function LimitsSection() {
  const maxTurns = useSetup(({ draft }) => draft.maxTurns) ?? defaultLimits.maxTurns;
  const total = useSetup(({ draft }) => draft.totalTimeoutMs) ?? defaultLimits.totalTimeoutMs;
  return (
    <SetupSection name="limits" title="Limits" summary={`${maxTurns} turns, ${durationText(total)}`}>
      <div className="grid grid-cols-2 gap-3">
        {limits.map(([limit, label, unit]) => (
          <LimitField key={limit} limit={limit} label={label} {...(unit !== undefined && { unit })} />
        ))}
      </div>
    </SetupSection>
  );
}

function LimitField({ limit, label, unit }: { limit: Limit; label: string; unit?: string }) {
  const value = useSetup(({ draft }) => draft[limit]);
  return (
    <NumberField
      label={label}
      min={1}
      {...(unit !== undefined && { unit })}
      value={value}
      onValueChange={(next) => editSetup({ [limit]: next })}
      {...useField(`limits.${limit}`)}
    />
  );
}
