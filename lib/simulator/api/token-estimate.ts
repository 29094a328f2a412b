// About how many tokens is a text, and a whole prompt?

import { isJsonObject } from "../json/canonical-json";
import type { MessagesRequest } from "./messages-request";

/** What the API adds in front of a prompt that has tools. */
const toolPreamble = 346;
const tokensPerImage = 1_540;
const tokensPerMessage = 4;

/**
 * A tokenizer-like estimate: short words are one token, long ones several, digits go by threes, each mark and each
 * character outside the Latin alphabet is one.
 */
export function textTokens(text: string): number {
  let tokens = 0;
  let letters = 0;
  let digits = 0;
  const close = () => {
    tokens += Math.ceil(letters / 6) + Math.ceil(digits / 3);
    letters = 0;
    digits = 0;
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLatinLetter(code)) letters += 1;
    else if (code >= 0x30 && code <= 0x39) digits += 1;
    else {
      close();
      if (code !== 0x20 && code !== 0x0d) tokens += 1;
    }
  }
  close();
  return tokens;
}

/** Tokens of system prompt, tools and messages together. */
export function promptTokens({ messages, system, tools = [] }: MessagesRequest): number {
  const preamble = tools.length > 0 ? toolPreamble : 0;
  return (
    preamble +
    valueTokens(system) +
    valueTokens(tools) +
    valueTokens(messages) +
    messages.length * tokensPerMessage
  );
}

function valueTokens(value: unknown): number {
  if (typeof value === "string") return textTokens(value);
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + valueTokens(item), 0);
  if (!isJsonObject(value)) return value === undefined ? 0 : 1;
  if (value.type === "image") return tokensPerImage;
  if (value.type === "base64" && typeof value.data === "string") return Math.ceil(value.data.length / 40);
  return Object.entries(value).reduce((sum, [name, field]) => sum + fieldTokens(name, field), 0);
}

function fieldTokens(name: string, field: unknown): number {
  const isBookkeeping = name === "cache_control" || name === "signature" || name === "type";
  return isBookkeeping ? 0 : textTokens(name) + valueTokens(field);
}

function isLatinLetter(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0xc0 && code <= 0x24f);
}
