// Which places does a text name?

import { currencyCodes } from "./currencies";
import { knownPlaceNames, properPlaceName } from "./gazetteer";

const capitalised = "\\p{Lu}[\\p{L}'.-]*\\p{L}";
const name = `${capitalised}(?:\\s+(?:de|del|la|of|upon|am)\\s+${capitalised}|\\s+${capitalised})*(?:,\\s*[A-Z]{2}\\b)?`;
const afterPreposition = new RegExp(
  `\\b(?:in|at|near|around|for|from|to|of|between|visit|visiting|like in)\\s+(${name}(?:(?:\\s*,\\s*|\\s+and\\s+|\\s*,\\s*and\\s+|\\s+or\\s+|\\s+to\\s+)${name})*)`,
  "gu",
);
const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const known = new RegExp(
  `(?<![\\p{L}])(?:${knownPlaceNames.map(literally).join("|")})(?:,\\s*[A-Z]{2}\\b)?(?![\\p{L}])`,
  "giu",
);
const noPlace =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|celsius|fahrenheit|kelvin|english|french|german|spanish|italian|japanese|utc|gmt|i|it)$/iu;

export type FoundText = { readonly value: string; readonly at: number };

/** Places in the order of the text: known names in any case, and capitalised names after a preposition. */
export function placesIn(text: string): readonly FoundText[] {
  const found: FoundText[] = [];
  for (const match of text.matchAll(known)) found.push({ value: withProperCase(match[0]), at: match.index });
  for (const match of text.matchAll(afterPreposition)) {
    const list = match[1] ?? "";
    const start = match.index + match[0].length - list.length;
    for (const part of list.matchAll(new RegExp(name, "gu"))) {
      const at = start + part.index;
      if (isPlaceName(part[0]) && !found.some((place) => overlaps(place, { value: part[0], at }))) {
        found.push({ value: part[0], at });
      }
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

function withProperCase(found: string): string {
  const [place = found, state] = found.split(/,\s*/);
  return state === undefined ? properPlaceName(place) : `${properPlaceName(place)}, ${state}`;
}

function isPlaceName(text: string): boolean {
  return !noPlace.test(text) && !currencyCodes.has(text) && !/^[A-Z]{2,5}$/.test(text);
}

function overlaps(a: FoundText, b: FoundText): boolean {
  return a.at < b.at + b.value.length && b.at < a.at + a.value.length;
}
