// How does a tool answer that asks a server?

import type { JsonObject } from "@/lib/protocol/json-object";
import { parsedJson } from "@/lib/protocol/parsed-json";
import type { ToolHandler } from "@/lib/protocol/tool-handler";
import { FieldError } from "../door/field-error";
import { guardedFetch, type OutboundRequest } from "../outbound/guarded-fetch";
import { checkedTarget, type OutboundPolicy, originsIn } from "../outbound/outbound-policy";
import { fillTemplate, fillText } from "./fill-template";
import { httpResult } from "./http-result";
import type { ToolHandle } from "./tool-handle";

type HttpHandler = Extract<ToolHandler, { kind: "http" }>;

/**
 * @param field where the handler stands in the run request
 * @param runId stands in the `Idempotency-Key`, with which a server can tell a repeated call from a new one
 * @throws FieldError for a URL that cannot be fetched, or whose host the model would choose
 */
export function httpHandle(
  handler: HttpHandler,
  field: string,
  network: Omit<OutboundPolicy, "typed">,
  runId: string,
): ToolHandle {
  checkURL(handler.url, field);
  const policy = { ...network, typed: originsIn(handler.url) };
  return async (input, { signal, log, toolCallId }) => {
    const request = httpRequest(handler, input, `${runId}:${toolCallId}`);
    log(`${request.method} ${request.url}`);
    const response = await guardedFetch(request, { policy, signal });
    log(`${response.status} ${response.statusText}, ${response.body.length.toLocaleString("en-US")} bytes`);
    return httpResult(response);
  };
}

function checkURL(url: string, field: string): void {
  const origin = /^[^/]*\/\/[^/?#]*/.exec(url)?.[0] ?? "";
  if (origin.includes("{{"))
    throw new FieldError(
      `${field}.url`,
      "the host cannot come from the input: write it out, one tool per host",
    );
  try {
    checkedTarget(fillText(url, {}, encodeURIComponent));
  } catch (cause) {
    throw new FieldError(`${field}.url`, cause instanceof Error ? cause.message : String(cause));
  }
}

function httpRequest(handler: HttpHandler, input: JsonObject, idempotencyKey: string): OutboundRequest {
  const given = (handler.headers ?? []).map(({ name, value }): [string, string] => [
    name,
    fillText(value, input),
  ]);
  const has = (name: string) => given.some(([each]) => each.toLowerCase() === name);
  const body = handler.method === "GET" || handler.method === "HEAD" ? null : filledBody(handler.body, input);
  const added: [string, string][] = [];
  if (body?.json === true && !has("content-type")) added.push(["Content-Type", "application/json"]);
  if (!has("idempotency-key")) added.push(["Idempotency-Key", idempotencyKey]);
  return {
    url: fillText(handler.url, input, encodeURIComponent),
    method: handler.method,
    headers: [...given, ...added],
    body: body?.text ?? null,
  };
}

/** A JSON body is filled in value by value, so that a quote in the input does not break it. */
function filledBody(body: string | undefined, input: JsonObject): { text: string; json: boolean } | null {
  if (body === undefined || body === "") return null;
  const value = parsedJson(body);
  if (value === undefined) return { text: fillText(body, input), json: false };
  const [filled] = fillTemplate([{ value }], input) as [JsonObject];
  return { text: JSON.stringify(filled.value), json: true };
}
