// What does a tool result say, in a sentence a person would write?

import type { ContentBlock } from "../api/content-block";
import { isJsonObject, type JsonObject } from "../json/canonical-json";
import type { AnsweredCall } from "./conversation";
import { isFailure, resultText } from "./progress";
import { humanWords, wordsOf } from "./words";

const longestText = 600;
const verbs = new Set(
  "get fetch calculate search find read draw check lookup retrieve list query".split(" "),
);

/** One sentence: what was asked, of what, and what came back. */
export function describeAnswer(answer: AnsweredCall): string {
  const { call, result } = answer;
  const subject = `${sentenceCase(subjectOf(call.name))}${argumentsOf(call.input)}`;
  if (isFailure(answer)) return `${subject} did not work: ${firstLine(resultText(result))}`;
  const media = (Array.isArray(result.content) ? result.content : []).flatMap(mediaOf);
  const text = resultText(result).trim();
  const said = text === "" ? [] : [describeText(text, call.input)];
  const parts = [...said, ...media];
  return `${subject}: ${parts.length === 0 ? "done, nothing came back" : parts.join("; ")}.`.replace(
    /([.!?])\.$/u,
    "$1",
  );
}

/** "get_stock_price" is about the "stock price"; a name that is only a verb stays as it is. */
export function subjectOf(name: string): string {
  const words = wordsOf(name);
  return bringsSomething(name) ? words.slice(1).join(" ") : words.join(" ");
}

/** Whether a tool's name says that it brings something, rather than that it does something. */
export function bringsSomething(name: string): boolean {
  const words = wordsOf(name);
  return words.length > 1 && verbs.has(words[0] ?? "");
}

/** What a call was about, as far as it fits into a few words. */
function argumentsOf(input: JsonObject): string {
  const about = shortArguments(input);
  return about === "" ? "" : ` for ${about}`;
}

/** The first few plain values of an input; its lists only where it has nothing else. */
export function shortArguments(input: JsonObject): string {
  const plain = Object.values(input).filter(isShort);
  if (plain.length > 0) return plain.slice(0, 3).join(", ");
  const lists = Object.values(input).filter(
    (value) => Array.isArray(value) && value.length <= 8 && value.every(isShort),
  );
  return lists.map((list) => String(list).replaceAll(",", ", ")).join("; ");
}

function isShort(value: unknown): boolean {
  return typeof value === "number" || (typeof value === "string" && value.length <= 40 && value !== "");
}

function describeText(text: string, input: JsonObject): string {
  const value = parsed(text);
  if (isJsonObject(value)) return describeObject(value, input);
  if (Array.isArray(value))
    return value
      .slice(0, 10)
      .map((item) => (isJsonObject(item) ? describeObject(item, input) : String(item)))
      .join("; ");
  return text.length > longestText ? `${text.slice(0, longestText).trim()} …` : text;
}

function describeObject(object: JsonObject, input: JsonObject): string {
  const asked = new Set(Object.values(input).map(String));
  const { unit } = object;
  const sign = unit === "celsius" ? " °C" : unit === "fahrenheit" ? " °F" : undefined;
  const parts = Object.entries(object).flatMap(([name, value]) => {
    if (value === null || value === "" || asked.has(String(value))) return [];
    if (name === "unit" && sign !== undefined) return [];
    if (sign !== undefined && typeof value === "number" && /temp/i.test(name)) return [`${value}${sign}`];
    return [`${humanWords(name)} ${describeValue(value)}`];
  });
  return parts.length > 0
    ? parts.join(", ")
    : Object.entries(object)
        .map(([name, value]) => `${humanWords(name)} ${describeValue(value)}`)
        .join(", ");
}

function describeValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(describeValue).join(", ");
  if (isJsonObject(value))
    return `(${Object.entries(value)
      .map(([name, field]) => `${humanWords(name)} ${describeValue(field)}`)
      .join(", ")})`;
  return String(value);
}

function mediaOf(block: ContentBlock): readonly string[] {
  const source = isJsonObject(block.source) ? block.source : {};
  const kind = typeof source.media_type === "string" ? ` (${source.media_type})` : "";
  if (block.type === "image") return [`I received an image${kind}`];
  if (block.type !== "document") return [];
  const title = typeof block.title === "string" ? ` “${block.title}”` : "";
  const opening =
    source.type === "text" && typeof source.data === "string"
      ? `, which begins: “${source.data.trim().slice(0, 160)}…”`
      : "";
  return [`I received the document${title}${kind}${opening}`];
}

function parsed(text: string): unknown {
  if (!/^[[{]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function firstLine(text: string): string {
  const line = text.split("\n").find((candidate) => candidate.trim() !== "") ?? "no reason given";
  return /[.!?]$/u.test(line) ? line : `${line}.`;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
