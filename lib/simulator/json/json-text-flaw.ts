// Can this text be parsed as JSON without harm, and if not, why?

export const maxJsonDepth = 512;

/**
 * Looks through JSON text once, before anything is built from it.
 *
 * @returns what is wrong in the words of a JSON parser, or undefined when the text may be parsed. Finds nesting beyond
 *   {@link maxJsonDepth} and lone surrogate escapes, both of which `JSON.parse` would let through.
 */
export function jsonTextFlaw(text: string): string | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const string = endOfString(text, at + 1);
      if (string.flawAt !== undefined) return `no low surrogate in string: ${placeOf(text, string.flawAt)}`;
      at = string.end;
    } else if (code === openBrace || code === openBracket) {
      depth += 1;
      if (depth > maxJsonDepth) return `nested deeper than ${maxJsonDepth} levels: ${placeOf(text, at)}`;
    } else if (code === closeBrace || code === closeBracket) depth -= 1;
  }
  return undefined;
}

/** The place of a character as JSON parsers name it. */
export function placeOf(text: string, index: number): string {
  const before = text.slice(0, index);
  const line = before.split("\n").length;
  return `line ${line} column ${index - before.lastIndexOf("\n")} (char ${index})`;
}

const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

function endOfString(text: string, start: number): { end: number; flawAt?: number } {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote) return { end: at };
    if (code !== backslash) {
      at += 1;
      continue;
    }
    const unit = escapedUnit(text, at);
    if (unit === undefined) {
      at += 2;
    } else if (isHigh(unit)) {
      const low = escapedUnit(text, at + 6);
      if (low === undefined || !isLow(low)) return { end: at, flawAt: at + 6 };
      at += 12;
    } else if (isLow(unit)) return { end: at, flawAt: at };
    else at += 6;
  }
  return { end: at };
}

/** The UTF-16 unit of a `\uXXXX` escape that begins at `at`, if one does. */
function escapedUnit(text: string, at: number): number | undefined {
  if (text.charCodeAt(at) !== backslash || text[at + 1] !== "u") return undefined;
  const digits = text.slice(at + 2, at + 6);
  return /^[0-9a-fA-F]{4}$/.test(digits) ? Number.parseInt(digits, 16) : undefined;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
