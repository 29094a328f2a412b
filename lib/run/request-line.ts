// What says one line about a request: where it went, how much it carried, what came back?
import { isJsonObject } from "@/lib/protocol/json-object";
import type { ProviderRequest } from "./run";

export type RequestState = "waiting" | "streaming" | "ended" | "failed";

export type RequestLine = {
  readonly requestId: string;
  readonly attempt: number;
  readonly method: string;
  readonly path: string;
  readonly host: string;
  readonly headerCount: number;
  readonly bytes: number;
  /** How many messages this request carries that the one before it did not; null where the body is no JSON. */
  readonly newMessages: number | null;
  readonly state: RequestState;
  readonly status: number | null;
  /** The cause in words, where the request failed. */
  readonly problem: string | null;
  readonly startAt: number;
  /** When the first content arrived, or the answer where it had none. */
  readonly firstByteAt: number | null;
  readonly endAt: number | null;
};

/** @returns the line of one request, failed attempts included */
export function requestLine(request: ProviderRequest): RequestLine {
  const { pathname, host } = addressOf(request.url);
  const { delta, response } = request;
  const messages = delta?.kind === "json" ? delta.fields.messages : undefined;
  return {
    requestId: request.requestId,
    attempt: request.attempt,
    method: request.method,
    path: pathname,
    host,
    headerCount: request.headerSets.fetch?.length ?? 0,
    bytes: delta?.bytes ?? 0,
    newMessages: Array.isArray(messages) ? messages.length : null,
    state: requestState(request),
    status: response?.status ?? null,
    problem: problemOf(request),
    startAt: request.startAt,
    firstByteAt: response?.firstChunkAt ?? response?.endAt ?? null,
    endAt: requestEnd(request),
  };
}

/** @returns when the request was over, with or without a response; null while it is open */
export function requestEnd(request: ProviderRequest): number | null {
  return request.errorAt ?? request.response?.endAt ?? null;
}

/** @returns how far the request is; an answer with an error status or a broken stream has failed */
export function requestState(request: ProviderRequest): RequestState {
  const { response } = request;
  if (request.error !== null) return "failed";
  if (response === null) return "waiting";
  if (response.error !== null || response.providerError !== null || response.status >= 400) return "failed";
  if (response.endAt !== null) return "ended";
  return response.firstChunkAt === null ? "waiting" : "streaming";
}

/** @returns why the request failed, the provider's own words where it answered; null where it did not fail */
export function problemOf(request: ProviderRequest): string | null {
  const { response } = request;
  if (request.error !== null) return request.error.message;
  if (response === null) return null;
  const { providerError } = response;
  if (isJsonObject(providerError))
    return [providerError.type, providerError.message].filter(isText).join(": ");
  if (response.error !== null) return response.error.message;
  return response.status >= 400 ? `the provider answered ${response.status}` : null;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function addressOf(url: string): { pathname: string; host: string } {
  return URL.canParse(url) ? new URL(url) : { pathname: url, host: "" };
}
