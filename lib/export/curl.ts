// Which command sends a request of a run again?

import type { HeaderValue } from "@/lib/protocol/header-set";
import { isJsonObject } from "@/lib/protocol/json-object";
import type { ProviderRequest } from "@/lib/run/run";

/** Set by curl itself, or meaningless on another connection. */
const computedHeaders: ReadonlySet<string> = new Set([
  "accept-encoding",
  "connection",
  "content-length",
  "host",
  "keep-alive",
  "transfer-encoding",
]);

/**
 * @returns a command for a POSIX shell: the header set as the SDK handed it to fetch, the whole body, `-N` where the
 *   answer is a stream. A redacted value stands as a shell variable such as `$ANTHROPIC_API_KEY`.
 */
export function curlOf(request: ProviderRequest): string {
  const headers = (request.headerSets.fetch ?? [])
    .filter(([name]) => !computedHeaders.has(name.toLowerCase()))
    .map(([name, value]) => `-H ${headerArgument(name, value)}`);
  const { body } = request;
  const text = typeof body === "string" ? body : body === null ? null : JSON.stringify(body);
  const streams = isJsonObject(body) && body.stream === true;
  return [
    `curl${streams ? " -N" : ""} -X ${request.method} ${quoted(request.url)}`,
    ...headers,
    ...(text === null ? [] : [`--data-raw ${quoted(text)}`]),
  ].join(" \\\n  ");
}

/** Single quotes keep everything as it is; a single quote itself is closed, escaped and opened again. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function headerArgument(name: string, value: HeaderValue): string {
  // curl leaves out a header whose value is empty, unless a semicolon stands in place of the colon.
  if (value.shown === "") return quoted(`${name};`);
  if (!value.redacted) return quoted(`${name}: ${value.shown}`);
  const scheme = /^(Bearer|Basic|Token) /i.exec(value.shown)?.[0] ?? "";
  return `"${name}: ${scheme}$${variableOf(name)}"`;
}

function variableOf(name: string): string {
  const key = name.toLowerCase();
  if (key === "authorization" || key === "x-api-key") return "ANTHROPIC_API_KEY";
  return key.toUpperCase().replace(/[^A-Z0-9]+/g, "_");
}
