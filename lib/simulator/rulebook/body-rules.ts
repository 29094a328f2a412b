// Is the body something that can be read as JSON at all?

import { firstMisplaced } from "../json/json-syntax";
import { jsonTextFlaw, placeOf } from "../json/json-text-flaw";
import type { Rule } from "./rule";

export const maxBodyBytes = 32 * 1024 * 1024;

export const bodySizeRules: readonly Rule<string>[] = [
  {
    number: 9,
    precondition: "a body of more than 32 MB",
    status: 413,
    evidenced: false,
    violation: (text) =>
      text.length > maxBodyBytes || Buffer.byteLength(text) > maxBodyBytes
        ? { wording: "Request exceeds the maximum size" }
        : undefined,
  },
];

export const jsonRules: readonly Rule<ParsedText>[] = [
  {
    number: 10,
    precondition: "a body that is not JSON, holds a lone surrogate, or is nested deeper than 512 levels",
    status: 400,
    evidenced: true,
    violation: ({ flaw }) =>
      flaw === undefined ? undefined : { path: "The request body is not valid JSON", wording: flaw },
  },
];

/** A body as it came, and what it says. */
export type ReceivedBody = { readonly text: string; readonly parsed: ParsedText };

/** Reads a body once for all who ask; one that is too long is not looked into. */
export function receivedBody(text: string): ReceivedBody {
  return { text, parsed: text.length > maxBodyBytes ? { flaw: "not read" } : parseJsonText(text) };
}

export type ParsedText = { readonly value?: unknown; readonly flaw?: string };

/** Parses a body; what is wrong with it is a value, in the words of a JSON parser. */
function parseJsonText(text: string): ParsedText {
  const flaw = jsonTextFlaw(text);
  if (flaw !== undefined) return { flaw };
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { flaw: parserWords(text) };
  }
}

/** Node's own parser does not always say where it stopped. */
function parserWords(text: string): string {
  const at = firstMisplaced(text);
  return `${at === text.length ? "unexpected end of data" : "unexpected character"}: ${placeOf(text, at)}`;
}
