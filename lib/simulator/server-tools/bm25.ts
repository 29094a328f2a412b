// Which of these texts fit a query best, by the words they share?

import { contentStems, stem, wordsOf } from "../model/words";

const saturation = 1.2;
const lengthWeight = 0.75;

export type Ranked<Item> = { readonly item: Item; readonly score: number };

/** Okapi BM25 over word stems: only what shares a word with the query, best first, equals in their given order. */
export function rankByWords<Item>(
  query: string,
  items: readonly Item[],
  textOf: (item: Item) => string,
): readonly Ranked<Item>[] {
  const asked = [...contentStems(query)];
  const documents = items.map((item) => ({ item, counts: countsOf(textOf(item)) }));
  const averageLength = documents.reduce((sum, { counts }) => sum + counts.length, 0) / (items.length || 1);
  const weights = asked.map((word) => {
    const holding = documents.filter(({ counts }) => counts.of.has(word)).length;
    return { word, rarity: Math.log(1 + (items.length - holding + 0.5) / (holding + 0.5)) };
  });
  return documents
    .map(({ item, counts }) => {
      const norm = saturation * (1 - lengthWeight + (lengthWeight * counts.length) / (averageLength || 1));
      const score = weights.reduce((sum, { word, rarity }) => {
        const count = counts.of.get(word) ?? 0;
        return sum + (rarity * count * (saturation + 1)) / (count + norm);
      }, 0);
      return { item, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

function countsOf(text: string): { of: ReadonlyMap<string, number>; length: number } {
  const stems = wordsOf(text).map(stem);
  const of = new Map<string, number>();
  for (const word of stems) of.set(word, (of.get(word) ?? 0) + 1);
  return { of, length: stems.length };
}
