// What if a log from elsewhere shows what must not be shown?
import type { HeaderSet, HeaderValue } from "@/lib/protocol/header-set";
import type { RunConfig } from "@/lib/protocol/run-config";
import type { RunEvent } from "@/lib/protocol/run-event";
import type { Environment } from "../environment";
import type { Fingerprint } from "../recording/fingerprint";
import { heldSecrets } from "../recording/held-secrets";
import { createRedactor } from "../recording/redactor";
import { credentialParts, isSensitiveHeader } from "../recording/sensitive-headers";
import { handlerHeaders } from "../tools/handler-headers";
import type { FileLog } from "./read-logs";

/**
 * A log written here has no secret in it; one that was edited, or written by another program, may. Header values that
 * are secret by their name or mark are hidden, and so is every other place where the same value stands, and what this
 * server itself holds.
 *
 * @returns the lines, those without a secret as they were, and how many were changed
 */
export function hideSecrets(
  { lines, events }: FileLog,
  environment: Environment,
  fingerprint: Fingerprint,
): { readonly lines: string[]; readonly hidden: number } {
  const found = events.flatMap(shownSecrets);
  const redactor = createRedactor(
    [...heldSecrets(environment), ...found, ...found.map((value) => credentialParts(value).secret)],
    fingerprint,
  );
  let hidden = 0;
  const clean = lines.map((line, index) => {
    const event = events[index];
    const closed =
      event === undefined || shownSecrets(event).length === 0
        ? line
        : withHiddenHeaders(line, redactor.headerValue);
    const kept = redactor.line(closed);
    if (kept !== line) hidden += 1;
    return kept;
  });
  return { lines: clean, hidden };
}

/** Values that stand open although they are secret by name, or said to be. */
function shownSecrets(event: RunEvent): string[] {
  if (event.type === "run-start") return configSecrets(event.config);
  return "headers" in event ? setSecrets(event.headers) : [];
}

function configSecrets({ headers, tools }: RunConfig): string[] {
  const entries = [...headers.default, ...headers.perRequest, ...headers.environment];
  const handlers = handlerHeaders(tools).filter(
    ({ name, value, secret }) => (secret === true || isSensitiveHeader(name)) && !isPlaceholder(value),
  );
  return [
    ...entries
      .filter(({ name, value, secret }) => isOpen(name, value, secret))
      .map(({ value }) => value.shown),
    ...handlers.map(({ value }) => value),
  ];
}

function setSecrets(set: HeaderSet): string[] {
  return set.filter(([name, value]) => isOpen(name, value)).map(([, value]) => value.shown);
}

function isOpen(name: string, { shown, redacted }: HeaderValue, secret = false): boolean {
  if (!secret && !redacted && !isSensitiveHeader(name)) return false;
  return credentialParts(shown).secret !== "" && !isPlaceholder(shown);
}

/** What the recorder leaves of a secret: a scheme, dots, at most its last four characters. */
function isPlaceholder(shown: string): boolean {
  return /^(••••.{0,4}|.{0,200}\[redacted [0-9a-f]{12}\].{0,200})$/s.test(credentialParts(shown).secret);
}

type Hide = (name: string, value: string, secret?: boolean) => HeaderValue;

/** By position in the JSON, not in what the schema made of it: everything else stays as it was written. */
function withHiddenHeaders(line: string, hide: Hide): string {
  const event = JSON.parse(line);
  const closed = (name: string, value: HeaderValue, secret?: boolean) =>
    isOpen(name, value, secret) ? hide(name, value.shown, true) : value;
  if (event.type !== "run-start") {
    event.headers = event.headers.map(([name, value]: HeaderSet[number]) => [name, closed(name, value)]);
    return JSON.stringify(event);
  }
  const { headers } = event.config;
  for (const place of ["default", "perRequest", "environment"])
    for (const entry of headers[place]) entry.value = closed(entry.name, entry.value, entry.secret);
  return JSON.stringify(event);
}
