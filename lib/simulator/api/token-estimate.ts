// About how many tokens is a text, and a whole prompt?

import { isJsonObject } from "../json/canonical-json";
import { imageTokens } from "./image-tokens";
import type { MessagesRequest, RequestMessage, ToolDefinition } from "./messages-request";

/** What the API adds in front of a prompt that has tools. */
const toolPreamble = 346;
const tokensPerMessage = 4;

type CharacterKind = "latin" | "other-alphabet" | "digit" | "mark" | "space" | "line" | "ideograph";

/** How many characters of a kind, one after the other, make a token. */
const runLength: Readonly<Record<CharacterKind, number>> = {
  latin: 6,
  "other-alphabet": 2.5,
  digit: 3,
  mark: 2,
  space: Number.POSITIVE_INFINITY,
  line: 8,
  ideograph: 1,
};
const kinds = Object.keys(runLength) as CharacterKind[];
const runLengths = kinds.map((kind) => runLength[kind]);
const firstIdeograph = 0x2000;
/** The kind of each character, by its code: prompts are long, and every character is looked at. */
const kindOfCode = Uint8Array.from({ length: firstIdeograph + 1 }, (_, code) => kinds.indexOf(kindOf(code)));

/**
 * A tokenizer-like estimate: short words are one token, long ones several; digits go by threes, marks (and with them
 * the punctuation of JSON) by twos, other alphabets by two and a half letters, ideographs and emoji one by one.
 */
export function textTokens(text: string): number {
  let tokens = 0;
  let kind = kinds.indexOf("space");
  let run = 0;
  for (let at = 0; at < text.length; at++) {
    const next = kindOfCode[Math.min(text.charCodeAt(at), firstIdeograph)] ?? kind;
    if (next !== kind) {
      tokens += Math.ceil(run / (runLengths[kind] ?? 1));
      kind = next;
      run = 0;
    }
    run += 1;
  }
  return tokens + Math.ceil(run / (runLengths[kind] ?? 1));
}

/** Tokens of system prompt, tools and messages together. Deferred tools are no part of the prompt until they are found. */
export function promptTokens({ messages, system, tools = [] }: MessagesRequest): number {
  return sum([...toolTokens(tools), systemTokens(system), ...messages.flatMap(messageTokens)]);
}

/** Tokens of each tool, the first that is not deferred carrying what the API adds. */
export function toolTokens(tools: readonly ToolDefinition[]): readonly number[] {
  const first = tools.findIndex((tool) => tool.defer_loading !== true);
  return tools.map((tool, index) =>
    tool.defer_loading === true ? 0 : valueTokens(tool) + (index === first ? toolPreamble : 0),
  );
}

export function systemTokens(system: unknown): number {
  return valueTokens(system);
}

/** Tokens of each block, the first carrying what a message costs in itself. */
export function messageTokens({ content }: RequestMessage): readonly number[] {
  const blocks = typeof content === "string" ? [content] : content;
  return blocks.map((block, index) => valueTokens(block) + (index === 0 ? tokensPerMessage : 0));
}

function valueTokens(value: unknown): number {
  if (typeof value === "string") return textTokens(value);
  if (Array.isArray(value)) return value.reduce((total: number, item) => total + valueTokens(item), 0);
  if (!isJsonObject(value)) return value === undefined ? 0 : 1;
  if (value.type === "image") return imageTokens(value.source);
  if (value.type === "base64" && typeof value.data === "string") return Math.ceil(value.data.length / 40);
  return sum(Object.entries(value).map(([name, field]) => fieldTokens(name, field)));
}

function fieldTokens(name: string, field: unknown): number {
  const isBookkeeping = name === "cache_control" || name === "signature" || name === "type";
  const isOwnText = name === "text" || name === "thinking" || name === "content";
  return isBookkeeping ? 0 : (isOwnText ? 0 : textTokens(name)) + valueTokens(field);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function kindOf(code: number): CharacterKind {
  const lower = code | 0x20;
  if ((lower >= 0x61 && lower <= 0x7a) || (code >= 0xc0 && code <= 0x24f)) return "latin";
  if (code === 0x20 || code === 0x0d || code === 0x09) return "space";
  if (code >= 0x30 && code <= 0x39) return "digit";
  if (code === 0x0a) return "line";
  if (code < 0x370) return "mark";
  return code < firstIdeograph ? "other-alphabet" : "ideograph";
}
