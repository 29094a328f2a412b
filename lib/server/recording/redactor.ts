// How is a secret kept out of everything that is written or shown?
import type { HeaderSet, HeaderValue } from "@/lib/protocol/header-set";
import { isJsonObject } from "@/lib/protocol/json-object";
import type { Fingerprint } from "./fingerprint";
import { credentialParts, isSensitiveHeader } from "./sensitive-headers";

export type Redactor = {
  /** A line of the log: JSON text in, the same JSON without secrets out. */
  readonly line: (line: string) => string;
  /** Any text; to be asked before a text is cut, since half a secret is recognised no more. */
  readonly text: (text: string) => string;
  readonly headerValue: (name: string, value: string, secret?: boolean) => HeaderValue;
  readonly headerSet: (pairs: Iterable<readonly [string, string]>) => HeaderSet;
};

/** Shorter values are hidden where they are a header's value, but not searched for: they would match everywhere. */
const shortestSearched = 5;

/** What an API key looks like, for keys nobody told us about (pasted into a prompt, echoed by a provider). */
const keyPattern = /sk-ant-[A-Za-z0-9_-]{8,}/g;

/** The fields of an event whose values we make: a secret cannot be in them. The id of a tool call is the provider's. */
const ownFields: ReadonlySet<string> = new Set([
  "seq",
  "at",
  "type",
  "requestId",
  "turnId",
  "batchId",
  "runId",
]);

/**
 * @param secrets every value to be kept out: keys the server holds, keys and header values of the run marked secret
 */
export function createRedactor(secrets: Iterable<string>, fingerprint: Fingerprint): Redactor {
  const forms = [...new Set(secrets)]
    .filter((secret) => secret.length >= shortestSearched)
    .flatMap((secret) =>
      formsOf(secret).map((form) => ({ form, placeholder: `[redacted ${fingerprint(secret)}]` })),
    );
  const text = (given: string): string => {
    let shown = given;
    for (const { form, placeholder } of forms)
      if (shown.includes(form)) shown = shown.replaceAll(form, placeholder);
    return shown.replace(keyPattern, (key) => `[redacted ${fingerprint(key)}]`);
  };
  const mayHoldSecret = (line: string) =>
    line.includes("sk-ant-") || forms.some(({ form }) => line.includes(form));
  const headerValue = (name: string, value: string, secret = false): HeaderValue => {
    const hide = secret || isSensitiveHeader(name);
    const shown = hide ? placeholderOf(value) : text(value);
    return { shown, redacted: shown !== value, fingerprint: fingerprint(value) };
  };
  return {
    line: (line) => (mayHoldSecret(line) ? redactedJson(line, text) : line),
    text,
    headerValue,
    headerSet: (pairs) => Array.from(pairs, ([name, value]) => [name, headerValue(name, value)]),
  };
}

/**
 * As it is, and as it looks inside base64, hex, a URL, and JSON text up to three levels deep (a body in a body in a line).
 * In base64 three bytes are four characters: with something in front, a secret begins at one of three places.
 */
function formsOf(secret: string): string[] {
  const escaped = (text: string) => JSON.stringify(text).slice(1, -1);
  const once = escaped(secret);
  const twice = escaped(once);
  const urls = [encodeURIComponent(secret), encodeURI(secret)];
  const hex = Buffer.from(secret).toString("hex");
  return [...new Set([escaped(twice), twice, once, secret, ...base64Forms(secret), ...urls, hex])];
}

/** Only what the secret alone decides: the characters at both ends may be mixed with its neighbours. */
function base64Forms(secret: string): string[] {
  return [0, 1, 2].flatMap((shift) => {
    const bytes = Buffer.from(`${"x".repeat(shift)}${secret}`);
    const start = shift === 0 ? 0 : shift + 1;
    const whole = Math.floor((bytes.length * 8) / 6);
    const forms = [bytes.toString("base64"), bytes.toString("base64url")].map((text) =>
      text.slice(start, whole),
    );
    return forms.filter((form) => form.length >= shortestSearched);
  });
}

/** Keeps the scheme, which is public and worth seeing, and the last four characters of a long value. */
function placeholderOf(value: string): string {
  const { scheme, secret } = credentialParts(value);
  return secret === "" ? value : `${scheme}••••${secret.length >= 24 ? secret.slice(-4) : ""}`;
}

/** Replaced inside strings, not in the line: a secret of digits must not turn a number into broken JSON. */
function redactedJson(line: string, text: (given: string) => string): string {
  const event: unknown = JSON.parse(line);
  if (!isJsonObject(event)) return line;
  const shown = Object.entries(event).map(([name, value]) => [
    name,
    ownFields.has(name) ? value : redacted(value, text),
  ]);
  return JSON.stringify(Object.fromEntries(shown));
}

function redacted(value: unknown, text: (given: string) => string): unknown {
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return value.map((item) => redacted(item, text));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [text(name), redacted(item, text)]));
}
