// Which values does a prompt name for one parameter of a tool?

import { isJsonObject } from "../json/canonical-json";
import { nearest, type Source } from "./context";
import { currenciesIn } from "./entities/currencies";
import { datesIn } from "./entities/dates";
import { timeZoneOfPlace } from "./entities/gazetteer";
import { summandsIn } from "./entities/numbers";
import {
  emailsIn,
  identifiersIn,
  labelledNumbersIn,
  listedIn,
  phraseAfter,
  quotedIn,
  urlsIn,
} from "./entities/phrases";
import { placesIn } from "./entities/places";
import { tickersIn } from "./entities/tickers";
import { numberValues } from "./number-values";
import type { Parameter } from "./parameter";
import { textValues } from "./text-values";
import { contentStems, humanWords, stem } from "./words";

/**
 * The values a prompt names for a parameter, in its order; empty when it names none. More than one value for a parameter
 * that takes one means several calls.
 */
export function valuesFor(
  parameter: Parameter,
  source: Source,
  siblings: readonly Parameter[],
): readonly unknown[] {
  const { text } = source.clause;
  switch (parameter.kind) {
    case "choice":
      return choicesIn(parameter.schema.enum ?? [parameter.schema.const], text);
    case "choices": {
      const chosen = isJsonObject(parameter.schema.items) ? choicesIn(parameter.schema.items.enum, text) : [];
      return chosen.length > 0 ? [chosen] : [];
    }
    case "numbers":
      return numberLists(source, siblings);
    case "number":
      return numberValues(parameter, source, siblings);
    case "boolean":
      return booleanIn(parameter, text);
    case "list":
      return lists(parameter, source);
    case "object":
      return [];
    case "place":
      return directed(parameter, source, siblings, (part) => placesIn(part).map(({ value }) => value));
    case "currency":
      return directed(parameter, source, siblings, (part) => currenciesIn(part).map(({ value }) => value));
    case "time-zone":
      return timeZones(source, siblings);
    case "ticker":
      return nearest(source, tickersIn).map(({ value }) => value);
    case "date":
      return datesIn(text, [...source.around, ...source.earlier].join("\n")).map(({ value }) => value);
    case "clock-time":
      return clockTimes(text);
    case "email":
      return parameter.required ? nearest(source, emailsIn) : emailsIn(text);
    case "url":
      return nearest(source, urlsIn);
    case "identifier":
      return identifiersIn(text).slice(0, 16);
    case "expression":
      return text.match(/-?[\d(][\d\s+*/^().×÷-]*\d\)?/gu)?.slice(0, 1) ?? [];
    default:
      return textValues(parameter, source);
  }
}

function choicesIn(values: unknown, text: string): readonly unknown[] {
  if (!Array.isArray(values)) return [];
  const lower = ` ${text.toLowerCase()} `;
  const stems = contentStems(text);
  const found = values.flatMap((value) => {
    const words = humanWords(String(value));
    const at =
      words === ""
        ? -1
        : lower.search(
            new RegExp(`[^\\p{L}\\p{N}]${words.replace(/ /g, "[\\s_-]+")}(?:s|es)?[^\\p{L}\\p{N}]`, "u"),
          );
    const parts = words.split(" ").map(stem);
    const isNamed = at >= 0 || parts.every((part) => stems.has(part)) || degreesName(value, text);
    return isNamed ? [{ value, at: at >= 0 ? at : lower.indexOf(parts[0] ?? "") }] : [];
  });
  return found.sort((a, b) => a.at - b.at).map(({ value }) => value);
}

function degreesName(value: unknown, text: string): boolean {
  return (value === "celsius" && /°\s?C\b/.test(text)) || (value === "fahrenheit" && /°\s?F\b/.test(text));
}

function numberLists(source: Source, siblings: readonly Parameter[]): readonly unknown[] {
  const labelled = siblings.some(({ kind }) => kind === "list") ? labelledNumbersIn(source.clause.text) : [];
  if (labelled.length > 0) return [labelled.map(({ value }) => value)];
  const found = summandsIn(source.clause.text);
  if (found.length > 0) return [found];
  return source.found !== undefined && source.found.numbers.length > 0 ? [source.found.numbers] : [];
}

/** True where the parameter's own word is spoken, false where it is denied. */
function booleanIn({ name }: Parameter, text: string): readonly boolean[] {
  const wanted = Array.from(contentStems(humanWords(name).replace(/\b(?:is|has|should|include)\b/g, "")));
  const spoken = contentStems(text);
  if (wanted.length === 0 || !wanted.every((word) => spoken.has(word))) return [];
  const denied = new RegExp(`\\b(?:no|not|without|don't|never)\\b[^,.]{0,20}\\b${wanted[0]}`, "iu").test(
    text,
  );
  return [!denied];
}

function lists(parameter: Parameter, source: Source): readonly unknown[] {
  const { text } = source.clause;
  if (parameter.itemKind === "place") return nonEmpty(nearest(source, placesIn).map(({ value }) => value));
  if (parameter.itemKind === "ticker") return nonEmpty(nearest(source, tickersIn).map(({ value }) => value));
  if (parameter.itemKind === "email") return nonEmpty(nearest(source, emailsIn));
  if (parameter.itemKind === "object") return [];
  const labelled = labelledNumbersIn(text);
  if (labelled.length > 0) return [labelled.map(({ label }) => label)];
  const quoted = quotedIn(text);
  if (quoted.length > 0) return [quoted];
  const after = phraseAfter(text, [humanWords(parameter.name)]);
  if (after !== undefined) return [listedIn(text.slice(text.indexOf(after)))];
  return parameter.required ? [listedIn(text)] : [];
}

/** "from Oslo to Rome": where a tool has two ends, each takes what its own word stands before. */
function directed(
  { name, required }: Parameter,
  source: Source,
  siblings: readonly Parameter[],
  search: (text: string) => readonly string[],
): readonly string[] {
  const end = endOf(name);
  const hasOtherEnd = siblings.some(
    (sibling) => sibling.name !== name && endOf(sibling.name) !== undefined && end !== undefined,
  );
  if (!hasOtherEnd) return required || source.clause.text !== "" ? nearest(source, search) : [];
  for (const text of [source.clause.text, ...source.around, ...source.earlier]) {
    const all = search(text);
    if (all.length === 0) continue;
    const before = (word: RegExp) => search(word.exec(text)?.[0] ?? "");
    const from = before(/\b(?:from|between)\s.+?(?=\s(?:to|into|and)\b|$)/iu);
    const to = before(/\b(?:to|into|in|and)\s.+?(?=\sfrom\b|$)/iu).filter((value) => value !== from[0]);
    if (end === "from") return [from[0] ?? all.find((value) => !to.includes(value)) ?? all[0] ?? ""];
    return to.length > 0 ? to : all.filter((value) => value !== from[0]).slice(from.length > 0 ? 0 : 1);
  }
  return [];
}

function endOf(name: string): "from" | "to" | undefined {
  const words = humanWords(name);
  if (/\b(?:from|origin|source|base|departure|start)\b/.test(words)) return "from";
  return /\b(?:to|destination|target|arrival|end|quote)\b/.test(words) ? "to" : undefined;
}

/** A place says its time zone, unless the tool can be given the place itself. */
function timeZones(source: Source, siblings: readonly Parameter[]): readonly string[] {
  const spelled = source.clause.text.match(/\b(?:[A-Z][a-z]+\/[A-Z][A-Za-z_]+|UTC|GMT)\b/g) ?? [];
  if (spelled.length > 0 || siblings.some(({ kind }) => kind === "place")) return spelled;
  return nearest(source, placesIn).flatMap(({ value }) => timeZoneOfPlace(value) ?? []);
}

function clockTimes(text: string): readonly string[] {
  return Array.from(
    text.matchAll(/\b(\d{1,2})(?::(\d{2}))?\s*(am|pm)\b|\b(\d{1,2}):(\d{2})\b/giu),
    (match) => {
      const hour = Number(match[1] ?? match[4]);
      const shift =
        /pm/i.test(match[3] ?? "") && hour < 12 ? 12 : /am/i.test(match[3] ?? "") && hour === 12 ? -12 : 0;
      return `${String(hour + shift).padStart(2, "0")}:${match[2] ?? match[5] ?? "00"}`;
    },
  );
}

function nonEmpty(values: readonly string[]): readonly unknown[] {
  return values.length > 0 ? [values] : [];
}
