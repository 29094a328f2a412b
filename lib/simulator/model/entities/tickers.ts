// Which shares does a text name?

import { currencyCodes } from "./currencies";

const companies: Readonly<Record<string, string>> = {
  apple: "AAPL",
  microsoft: "MSFT",
  google: "GOOGL",
  alphabet: "GOOGL",
  amazon: "AMZN",
  nvidia: "NVDA",
  meta: "META",
  facebook: "META",
  tesla: "TSLA",
  netflix: "NFLX",
  intel: "INTC",
  amd: "AMD",
  ibm: "IBM",
  oracle: "ORCL",
  adobe: "ADBE",
  salesforce: "CRM",
  disney: "DIS",
  boeing: "BA",
  starbucks: "SBUX",
  walmart: "WMT",
  visa: "V",
  mastercard: "MA",
  paypal: "PYPL",
  uber: "UBER",
  airbnb: "ABNB",
  spotify: "SPOT",
};

const otherCapitals = new Set([
  "I",
  "A",
  "US",
  "USA",
  "UK",
  "EU",
  "UTC",
  "GMT",
  "PST",
  "EST",
  "CET",
  "AM",
  "PM",
  "OK",
  "API",
  "JSON",
  "CA",
  "NY",
]);

/** Ticker symbols in the order of the text: words in capitals, and companies by name. Each is named once. */
export function tickersIn(text: string): readonly { value: string; at: number }[] {
  const found = new Map<string, number>();
  for (const match of text.matchAll(/(?<![\p{L}\p{N}$])\$?([A-Za-z]+(?:\.[A-Z])?)(?![\p{L}\p{N}])/gu)) {
    const word = match[1] ?? "";
    const company = Object.hasOwn(companies, word.toLowerCase()) ? companies[word.toLowerCase()] : undefined;
    const isSymbol =
      /^[A-Z]{2,5}(?:\.[A-Z])?$/.test(word) && !otherCapitals.has(word) && !currencyCodes.has(word);
    const ticker = company ?? (isSymbol ? word : undefined);
    if (ticker !== undefined && !found.has(ticker)) found.set(ticker, match.index);
  }
  return Array.from(found, ([value, at]) => ({ value, at }));
}
