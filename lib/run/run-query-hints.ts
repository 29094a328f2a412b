// What could come next in a line of search words?
import { queryStatuses, runQueryKeys } from "./run-query";

export type QueryHint = {
  /** What takes the place of the word under the caret. */
  readonly insert: string;
  /** What it finds, in a few words. */
  readonly about: string;
};

export type QueryHints = {
  /** Where the word under the caret begins and ends in the text. */
  readonly from: number;
  readonly to: number;
  readonly hints: readonly QueryHint[];
};

/** Values that occur in the runs at hand, by key. */
export type KnownValues = Readonly<Partial<Record<string, readonly string[]>>>;

const keyAbout: Readonly<Record<string, string>> = {
  tool: "called a tool of that name",
  header: "sent a header of that name",
  finding: "has a finding of that code",
  model: "asked that model",
  engine: "was driven by that engine",
  provider: "was answered by that provider",
  scenario: "began as that scenario",
  status: "ended, or goes on, like that",
  is: "pinned, running or imported",
  duration: "took that long",
  turns: "took so many turns",
  calls: "made so many tool calls",
  findings: "has so many findings",
};

const fixedValues: Readonly<Partial<Record<string, readonly string[]>>> = {
  status: queryStatuses,
  is: ["pinned", "running", "imported"],
  engine: ["manual", "tool-runner", "ai-sdk"],
  provider: ["simulator", "anthropic", "custom", "recorded"],
  duration: [">1s", ">5s", ">1min", "<300ms"],
  turns: [">1", ">3", ">10"],
  calls: ["0", ">1", ">10"],
  findings: ["0", ">0"],
};

/**
 * @param caret where the next letter would stand
 * @returns keys that begin like the word under the caret, or values of its key; none inside quotes
 */
export function queryHints(text: string, caret: number, known: KnownValues = {}): QueryHints {
  const from = text.slice(0, caret).search(/\S*$/);
  const to = caret + (/^\S*/.exec(text.slice(caret))?.[0].length ?? 0);
  const none = { from, to, hints: [] };
  if ((text.slice(0, caret).match(/"/g)?.length ?? 0) % 2 === 1) return none;
  const typed = text.slice(from, caret).toLowerCase();
  const [, minus = "", word = "", value] = /^(-?)([a-z]*)(?::(.*))?$/.exec(typed) ?? [];
  if (value === undefined) {
    if (!/^-?[a-z]*$/.test(typed)) return none;
    const keys = runQueryKeys.filter((key) => key.startsWith(word));
    return {
      from,
      to,
      hints: keys.map((key) => ({ insert: `${minus}${key}:`, about: keyAbout[key] ?? "" })),
    };
  }
  if (!runQueryKeys.includes(word)) return none;
  const values = [...new Set([...(fixedValues[word] ?? []), ...(known[word] ?? [])])];
  const fitting = values.filter((each) => each.toLowerCase().includes(value) && each.toLowerCase() !== value);
  return {
    from,
    to,
    hints: fitting.map((each) => ({
      insert: `${minus}${word}:${/\s/.test(each) ? `"${each}"` : each}`,
      about: keyAbout[word] ?? "",
    })),
  };
}
