// Which numbers does a text hold, and of what?

export type FoundNumber = {
  readonly value: number;
  readonly at: number;
  /** The word after it, or after the list it stands in: "1, 2 and 3 seconds" are all seconds. */
  readonly unit: string;
  /** The word before it. */
  readonly before: string;
};

const spoken =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const digits =
  /(?<![\p{L}\p{N}#:/-]|\d[.,])[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\p{N}]|:\d|-\d|\/\d)/gu;
const words = new RegExp(`(?<![\\p{L}-])(?:${spoken.join("|")})(?![\\p{L}-])`, "giu");

/** Numbers written in digits; where there are none, those written as words. Dates, clock times and ids are left out. */
export function numbersIn(text: string): readonly FoundNumber[] {
  const inDigits = Array.from(text.matchAll(digits), (match) => ({
    value: Number(match[0].replace(/,/g, "").replace("−", "-")),
    at: match.index,
    end: match.index + match[0].length,
  })).filter(({ end }) => !/^\s?(?:am|pm|st|nd|rd|th)\b/iu.test(text.slice(end)));
  const found = inDigits.length > 0 ? inDigits : spokenNumbers(text);
  const units = found.map(({ end }) => /^\s*([\p{L}%°]+)/u.exec(text.slice(end))?.[1]?.toLowerCase() ?? "");
  return found.map(({ value, at }, index) => ({
    value,
    at,
    unit: ownOrNextUnit(units, index),
    before: /([\p{L}]+)\W*$/u.exec(text.slice(0, at))?.[1]?.toLowerCase() ?? "",
  }));
}

/** The numbers of a sum: what stands after a minus between two numbers counts as negative. */
export function summandsIn(text: string): readonly number[] {
  const spaced = text
    .replace(/(\d)\s*[-−]\s*(?=\d)/gu, "$1 + -")
    .replace(/(\d)\s+minus\s+(?=\d)/giu, "$1 + -");
  return numbersIn(spaced.replace(/([+*×])(?=\d)/gu, "$1 ")).map(({ value }) => value);
}

export function hasArithmetic(text: string): boolean {
  return (
    /\d\s*[+×*÷/−-]\s*\(?-?\d/u.test(text.replace(/\d{4}-\d{2}-\d{2}/g, "")) ||
    (/\b(?:sum|add|plus|total|minus|times|multipl|divided|average|calculate|compute)/iu.test(text) &&
      numbersIn(text).length > 1)
  );
}

function spokenNumbers(text: string) {
  return Array.from(text.matchAll(words), (match) => ({
    value: spoken.indexOf(match[0].toLowerCase()),
    at: match.index,
    end: match.index + match[0].length,
  }));
}

function ownOrNextUnit(units: readonly string[], index: number): string {
  for (const unit of units.slice(index)) {
    if (unit !== "" && unit !== "and" && unit !== "or" && unit !== "plus" && unit !== "to") return unit;
  }
  return "";
}
