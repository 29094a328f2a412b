// Did every header the user set leave with its value, and arrive?
import type { HeaderValue } from "@/lib/protocol/header-set";
import { type ObservationPoint, observationPoints } from "@/lib/protocol/observation-point";
import type { RunConfig } from "@/lib/protocol/run-config";
import type { Finding } from "@/lib/protocol/run-summary";
import { linesOf } from "../header-lookup";
import type { ProviderRequest, Run } from "../run";
import { numberedRequests, requestsText } from "./place-text";

type SetHeader = RunConfig["headers"]["default"][number] & { readonly source: string };
type Loss = { readonly kind: "missing" | "replaced"; readonly point: ObservationPoint };

/** One finding per header and kind of loss, at the first request that lost it. */
export function headerDropped(run: Run): Finding[] {
  return effectiveHeaders(run).flatMap((header) => {
    const losses = numberedRequests(run).flatMap(({ request, number, turn }) => {
      const loss = lossOf(request, header);
      return loss === null ? [] : [{ loss, number, request, turn }];
    });
    const first = losses[0];
    if (first === undefined) return [];
    const alike = losses.filter(
      ({ loss }) => loss.kind === first.loss.kind && loss.point === first.loss.point,
    );
    const where = requestsText(alike.map(({ number }) => number));
    return [
      {
        code: first.loss.kind === "missing" ? "header-dropped" : "header-replaced",
        severity: first.loss.kind === "missing" ? "error" : "warning",
        ...wordsFor(header, first.loss, where, run),
        turnId: first.turn.turnId,
        requestId: first.request.requestId,
        header: header.name,
      },
    ];
  });
}

/** What the user asked for after the SDK's own rule: per-request over default over the environment. */
function effectiveHeaders(run: Run): SetHeader[] {
  const { headers } = run.config ?? { headers: { default: [], perRequest: [], environment: [] } };
  const all: SetHeader[] = [
    ...headers.environment.map((entry) => ({ ...entry, source: "the environment" })),
    ...headers.default.map((entry) => ({ ...entry, source: "the default headers" })),
    ...headers.perRequest.map((entry) => ({ ...entry, source: "the per-request headers" })),
  ];
  return [...new Map(all.map((entry) => [entry.name.toLowerCase(), entry])).values()];
}

function lossOf(request: ProviderRequest, header: SetHeader): Loss | null {
  for (const point of observationPoints) {
    const headers = request.headerSets[point];
    if (headers === undefined) continue;
    const lines = linesOf(headers, header.name);
    if (lines === null) return { kind: "missing", point };
    const kept = lines.values.some((value) => holdsValue(value, header.value));
    if (!kept) return { kind: "replaced", point };
  }
  return null;
}

/** Equal, or one item of a list such as anthropic-beta, which other sources may add to. */
function holdsValue(value: HeaderValue, asked: HeaderValue): boolean {
  if (value.fingerprint === asked.fingerprint) return true;
  if (value.redacted || asked.redacted) return false;
  const items = (text: string) => text.split(",").map((item) => item.trim());
  const sent = items(value.shown);
  return items(asked.shown).every((item) => sent.includes(item));
}

function wordsFor(header: SetHeader, loss: Loss, where: string, run: Run): { message: string; fix: string } {
  const { name, source } = header;
  const isBeta = name.toLowerCase() === "anthropic-beta";
  if (loss.point === "fetch" && isBeta && run.config?.params.betas !== undefined) {
    return {
      message: `${name} from ${source} is replaced on ${where}: the betas parameter replaces the header, it is not added to it.`,
      fix: "Name every beta in params.betas, and leave the header out.",
    };
  }
  if (loss.point === "fetch") {
    const what = loss.kind === "missing" ? "is not on" : "has another value on";
    return {
      message: `${name} from ${source} ${what} ${where} as the SDK handed it to fetch.`,
      fix: "Set it on the client (defaultHeaders) and on every call of the loop; a later source replaces an earlier one.",
    };
  }
  const what = loss.kind === "missing" ? "did not arrive" : "arrived with another value";
  return {
    message: `${name} ${what} at ${loss.point} on ${where}, though it was sent.`,
    fix:
      loss.point === "wire"
        ? "The HTTP client computes this header itself: it cannot be chosen."
        : "Something between the client and that point changes headers: allow this one to pass in the gateway or proxy.",
  };
}
