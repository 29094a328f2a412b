// What does a token of input cost with a model?

/** US dollars for a million tokens of input. Source: the documentation's model pages, August and October 2026. */
const dollarsPerMillion: Readonly<Record<string, number>> = {
  "claude-fable-5-1": 10,
  "claude-fable-5": 10,
  "claude-mythos-5-1": 10,
  "claude-mythos-5": 10,
  "claude-opus-5-5": 4,
  "claude-opus-5": 5,
  "claude-sonnet-5-5": 2,
  "claude-sonnet-5": 2,
  "claude-haiku-5-5": 0.1,
  "claude-opus-4-8": 5,
  "claude-opus-4-7": 5,
  "claude-opus-4-6": 5,
  "claude-sonnet-4-6": 3,
  "claude-opus-4-5": 5,
  "claude-sonnet-4-5": 3,
  "claude-haiku-4-5": 1,
};

/** @returns dollars for a million tokens of input, or null for a model whose price is not known here */
export function inputPrice(model: string): number | null {
  return dollarsPerMillion[model.replace(/-\d{8}$/, "")] ?? null;
}

/** @returns what so many tokens cost: `"$0.0012"`; `"under $0.0001"` */
export function priceText(tokens: number, perMillion: number): string {
  const dollars = (tokens * perMillion) / 1_000_000;
  return dollars < 0.0001 ? "under $0.0001" : `$${dollars.toFixed(4)}`;
}
