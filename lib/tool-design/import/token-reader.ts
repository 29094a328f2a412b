// How is a list of tokens read from front to back?
import { ImportProblem, type Token } from "./tokens";

export type TokenReader = {
  /** The next token, comments left out. */
  readonly peek: (ahead?: number) => Token;
  readonly take: () => Token;
  /** True, and the token taken, where the next one is this mark or name. */
  readonly takeIf: (value: string) => boolean;
  readonly expect: (value: string) => void;
  readonly is: (value: string) => boolean;
  /** What the comment right before the next token says; empty where there is none. */
  readonly comment: () => string;
  readonly fail: (wanted: string) => never;
  readonly place: () => number;
  readonly goTo: (place: number) => void;
};

export function tokenReader(tokens: readonly Token[]): TokenReader {
  let at = 0;
  const skip = (from: number) => {
    let place = from;
    while (tokens[place]?.kind === "comment") place += 1;
    return place;
  };
  const end: Token = tokens.at(-1) ?? { kind: "end", value: "", line: 1, indent: 0 };
  const peek = (ahead = 0): Token => {
    let place = skip(at);
    for (let count = 0; count < ahead; count += 1) place = skip(place + 1);
    return tokens[place] ?? end;
  };
  const take = (): Token => {
    const token = peek();
    at = Math.min(skip(at) + 1, tokens.length);
    return token;
  };
  const is = (value: string) => {
    const token = peek();
    return (token.kind === "mark" || token.kind === "name") && token.value === value;
  };
  const fail = (wanted: string): never => {
    const { kind, value, line } = peek();
    const found = kind === "end" ? "the end" : JSON.stringify(value.slice(0, 40));
    throw new ImportProblem(`Line ${line}: ${wanted} was expected, but there is ${found}.`);
  };
  return {
    peek,
    take,
    is,
    fail,
    takeIf: (value) => {
      if (!is(value)) return false;
      take();
      return true;
    },
    expect: (value) => {
      if (!is(value)) fail(`"${value}"`);
      take();
    },
    comment: () => {
      const before = tokens[skip(at) - 1];
      return before?.kind === "comment" ? before.value : "";
    },
    place: () => at,
    goTo: (place) => {
      at = place;
    },
  };
}

/** Goes past a bracket and everything in it. */
export function skipBrackets(reader: TokenReader): void {
  let depth = 0;
  do {
    const { kind, value } = reader.take();
    if (kind === "end") return;
    if (kind !== "mark") continue;
    if ("([{".includes(value)) depth += 1;
    if (")]}".includes(value)) depth -= 1;
  } while (depth > 0);
}
