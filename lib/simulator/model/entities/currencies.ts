// Which currencies does a text name?

const names: Readonly<Record<string, string>> = {
  USD: "US dollars?|dollars?|bucks|\\$",
  EUR: "euros?|€",
  GBP: "british pounds?|pounds? sterling|pounds?|£",
  JPY: "japanese yen|yen|¥",
  CHF: "swiss francs?|francs?",
  CAD: "canadian dollars?",
  AUD: "australian dollars?",
  INR: "(?:indian )?rupees?|₹",
  CNY: "(?:chinese )?yuan|renminbi",
  SEK: "swedish (?:krona|kronor)",
  NOK: "norwegian (?:krone|kroner)",
  DKK: "danish (?:krone|kroner)",
  MXN: "mexican pesos?|pesos?",
  BRL: "(?:brazilian )?reais|brazilian real",
  KRW: "(?:korean )?won",
  NZD: "new zealand dollars?",
  SGD: "singapore dollars?",
  HKD: "hong kong dollars?",
  ZAR: "(?:south african )?rand",
  PLN: "złoty|zloty",
};

export const currencyCodes: ReadonlySet<string> = new Set(Object.keys(names));

const patterns = Object.entries(names)
  .map(([code, spoken]) => ({
    code,
    pattern: new RegExp(`(?<![\\p{L}])(?:${code}|${spoken})(?![\\p{L}])`, "giu"),
  }))
  .sort((a, b) => b.pattern.source.length - a.pattern.source.length);

/** ISO codes in the order of the text; "canadian dollars" is one currency, not two. */
export function currenciesIn(text: string): readonly { value: string; at: number }[] {
  const found: { value: string; at: number; end: number }[] = [];
  const all = patterns.flatMap(({ code, pattern }) =>
    Array.from(text.matchAll(pattern), (match) => ({
      value: code,
      at: match.index,
      end: match.index + match[0].length,
    })),
  );
  for (const hit of all.sort((a, b) => b.end - b.at - (a.end - a.at))) {
    if (!found.some((other) => hit.at < other.end && other.at < hit.end)) found.push(hit);
  }
  return found.sort((a, b) => a.at - b.at);
}
