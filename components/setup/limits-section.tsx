"use client";
import { defaultLimits } from "@/lib/client/draft-limits";
import { useSetup } from "@/lib/client/setup-store";
import { durationText } from "@/lib/run/quantity-text";
import { FoldedFields } from "./folded-fields";
import { SetupSection } from "./setup-section";

/** When a run is ended for it. */
export function LimitsSection() {
  const maxTurns = useSetup(({ draft }) => draft.maxTurns) ?? defaultLimits.maxTurns;
  const total = useSetup(({ draft }) => draft.totalTimeoutMs) ?? defaultLimits.totalTimeoutMs;
  return (
    <SetupSection name="limits" title="Limits" summary={`${maxTurns} turns, ${durationText(total)}`}>
      <FoldedFields section="limits" />
    </SetupSection>
  );
}
