// When does a run whose headers are checked have its tool runner compact, and what does that need?
import type { SdkAbilities } from "@/lib/protocol/engine-catalogue";
import type { RunnerHook } from "@/lib/protocol/engine-choice";
import type { JsonObject } from "@/lib/protocol/json-object";
import { betaHeader } from "../asked-headers";
import type { SetHeaders } from "./check-headers";

export type CheckCompaction = { readonly hook: RunnerHook; readonly params: JsonObject };

/** What the `compaction` parameter needs, which `compactBeforeNextTurn` sends. Source: SDK 1.13.0 `BetaToolRunner.d.ts`. */
const compactionBeta = "compact-2026-09-04";

/**
 * The summary prompt of 0.71 to 0.128 goes out without the tools, which the API refuses once a call stands in the history:
 * there it comes after the first turn, whose call the SDK takes out. Elsewhere an ordinary follow-up goes ahead.
 *
 * @param environment names that `ANTHROPIC_CUSTOM_HEADERS` holds
 * @returns null where the version cannot, or where the beta it needs would replace the one that is under test
 */
export function checkCompaction(
  ability: SdkAbilities["compaction"] | undefined,
  { default: onClient, perRequest, params }: SetHeaders,
  environment: readonly string[],
): CheckCompaction | null {
  if (ability === undefined || ability === "none") return null;
  if (ability === "compactionControl") return { hook: { kind: "compact", afterTurn: 1 }, params: {} };
  const names = [...onClient, ...perRequest].map(({ name }) => name).concat(environment);
  const betas = Array.isArray(params.betas) ? params.betas : null;
  if (betas === null && names.some((name) => name.toLowerCase() === betaHeader)) return null;
  return {
    hook: { kind: "compact", afterTurn: 2 },
    params: { betas: [...(betas ?? []), compactionBeta] },
  };
}
