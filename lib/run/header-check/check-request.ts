// Which run request carries out one cell of a header check?
import type { SdkAbilities } from "@/lib/protocol/engine-catalogue";
import { type ProviderChoice, runRequestSchema } from "@/lib/protocol/run-request";
import { gatewayTokenHeader, isCredentialHeader } from "../header-vocabulary";
import type { RequestKind } from "../request-kind";
import type { CheckPlace, PlannedCell, WantedHeader } from "./check-cell";
import { type CheckCompaction, checkCompaction } from "./check-compaction";
import { headersAt, type SetHeaders } from "./check-headers";
import { openConversation, scriptedConversation } from "./check-script";

export type CheckTarget = {
  /** Who answers; whether the embedded gateway stands in between is the route's to say. */
  readonly provider: ProviderChoice;
  /** What the gateway is shown, with its scheme. */
  readonly gatewayToken: string;
  /** Left out, the product's own. */
  readonly model?: string;
  readonly stream?: boolean;
  /** Names that `ANTHROPIC_CUSTOM_HEADERS` holds where the runs go on. */
  readonly environment: readonly string[];
};

/**
 * @param headers what is set and wanted, the gateway's token aside
 * @param abilities of the SDK version; null for the AI SDK
 */
export function checkRequest(
  place: CheckPlace,
  headers: SetHeaders,
  abilities: SdkAbilities | null,
  target: CheckTarget,
): Pick<PlannedCell, "request" | "wanted" | "requestKinds"> {
  const isScripted = target.provider.kind === "simulator";
  const isRunner = place.engine === "tool-runner" || place.engine === "tool-runner-no-thread";
  const compaction =
    isScripted && isRunner ? checkCompaction(abilities?.compaction, headers, target.environment) : null;
  const token = place.route === "gateway" ? missingToken(headers, abilities, target) : null;
  // The token is the default header that people lose most, so the check of those looks after it as well.
  const wanted = [...headers.wanted, ...(token !== null && place.kind === "default" ? token.wanted : [])];
  const request = runRequestSchema.parse({
    ...(isScripted ? scriptedConversation() : openConversation()),
    ...(target.model === undefined ? {} : { model: target.model }),
    ...(target.stream === undefined ? {} : { stream: target.stream }),
    engine: engineOf(place, compaction),
    provider: { ...target.provider, gateway: place.route === "gateway" },
    headers: {
      default: [...headers.default, ...(token?.default ?? [])],
      perRequest: [...headers.perRequest, ...(token?.perRequest ?? [])],
    },
    params: { ...headers.params, ...compaction?.params },
    expectations: expectationsOf(wanted),
  });
  const retried: readonly RequestKind[] = isScripted ? ["retry"] : [];
  const compacted: readonly RequestKind[] = compaction !== null ? ["compaction"] : [];
  return { request, wanted, requestKinds: ["first", "follow-up", ...retried, ...compacted] };
}

/** A key in another header than the documented one is what its check is about, and no fault of the run. */
function expectationsOf(wanted: readonly WantedHeader[]): string[] {
  const expected = wanted.filter(
    ({ name, source }) => source !== null || !isCredentialHeader(name.toLowerCase()),
  );
  return [...new Set(expected.map(({ name }) => name))];
}

function engineOf({ engine, sdkVersion }: CheckPlace, compaction: CheckCompaction | null) {
  if (engine === "ai-sdk") return { kind: "ai-sdk" as const };
  const version = sdkVersion === null ? {} : { sdkVersion };
  if (engine === "manual") return { kind: "manual" as const, ...version };
  return {
    kind: "tool-runner" as const,
    ...version,
    ...(engine === "tool-runner-no-thread" ? { thread: false } : {}),
    ...(compaction === null ? {} : { hooks: [compaction.hook] }),
  };
}

/**
 * A run through the gateway cannot do without its token. It stands on the client, but not beside headers of the
 * environment where the SDK reads those: before 1.12 it loses default headers then (given as pairs), and with the token
 * the whole run.
 */
function missingToken(
  headers: SetHeaders,
  abilities: SdkAbilities | null,
  { environment, gatewayToken }: CheckTarget,
): SetHeaders | null {
  const names = [...headers.default, ...headers.perRequest].map(({ name }) => name).concat(environment);
  if (names.some((name) => name.toLowerCase() === gatewayTokenHeader)) return null;
  const isBeside = environment.length > 0 && abilities?.environmentHeaders === true;
  return headersAt(isBeside ? "per-request" : "default", [
    { name: gatewayTokenHeader, value: gatewayToken, secret: true },
  ]);
}
