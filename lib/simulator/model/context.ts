// What does a call's input get drawn from?

import type { Clause } from "./clauses";

export type Source = {
  readonly clause: Clause;
  /** The other clauses, nearest first, those before ahead of those after: what "in each" may point at. */
  readonly around: readonly string[];
  /** All that was said before this prompt, newest first. */
  readonly earlier: readonly string[];
  /** What earlier calls brought, where this clause builds on it. */
  readonly found?: { readonly text: string; readonly numbers: readonly number[] };
};

/** What a search finds in the clause itself, else in the nearest text around it, else in earlier prompts. */
export function nearest<Found>(source: Source, search: (text: string) => readonly Found[]): readonly Found[] {
  for (const text of [source.clause.text, ...source.around, ...source.earlier]) {
    const found = search(text);
    if (found.length > 0) return found;
  }
  return [];
}
