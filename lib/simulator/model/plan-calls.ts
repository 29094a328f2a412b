// Which calls does a prompt ask for, and which of them need what others bring first?

import type { CustomTool } from "../api/messages-request";
import { canonicalJson, type JsonObject } from "../json/canonical-json";
import { type Clause, clausesOf } from "./clauses";
import type { Source } from "./context";
import type { Conversation } from "./conversation";
import { numbersIn } from "./entities/numbers";
import { placesIn } from "./entities/places";
import { tickersIn } from "./entities/tickers";
import { fillInputs } from "./fill-inputs";
import { matchTools } from "./match-tools";

export type PlannedCall = { readonly tool: CustomTool; readonly input: JsonObject };

export type Plan = {
  /** Calls that need nothing but the prompt. */
  readonly first: readonly PlannedCall[];
  /** Calls that build on the results of the first: made once those are there. */
  readonly afterwards: (found: NonNullable<Source["found"]>) => readonly PlannedCall[];
  /** What the prompt asks for that none of the tools can do. */
  readonly unmatched: readonly string[];
};

const mostCalls = 32;
/** Nobody asks for more than a few thousand characters hold; what is pasted after that is not searched for requests. */
export const longestPrompt = 4_000;
const mostEarlierPrompts = 20;

/** The calls of tools the API executes that a clause asks for; `isMatched` where it is taken care of otherwise. */
export type Serve = (clause: string, isMatched: boolean) => readonly PlannedCall[];

export function planCalls(
  { prompt, earlierPrompts, earlierTools }: Conversation,
  tools: readonly CustomTool[],
  serve: Serve = () => [],
): Plan {
  const clauses = clausesOf(prompt.slice(0, longestPrompt));
  const earlier = earlierPrompts.slice(-mostEarlierPrompts).map((text) => text.slice(0, longestPrompt));
  const sources = clauses.map((clause, index) => sourceOf(clauses, index, clause, earlier));
  const matched = sources.map((source) => ({ source, tools: matchTools(source.clause.text, tools) }));
  const lastTool = tools.filter(({ name }) => name === earlierTools.at(-1));
  const asked = withFollowUps(matched, lastTool).map((entry) => ({
    ...entry,
    served: serve(entry.source.clause.text, entry.tools.length > 0 || entry.source.clause.refersBack),
  }));
  const dependent = asked.filter((entry, index) => index > 0 && needsResults(entry, asked.slice(0, index)));
  const independent = asked.filter((entry) => !dependent.includes(entry));
  return {
    first: distinct(independent.map(callsOf)).slice(0, mostCalls),
    afterwards: (found) =>
      dependent
        .flatMap((entry) => callsOf({ ...entry, source: { ...entry.source, found } }))
        .slice(0, mostCalls),
    unmatched: asked
      .filter((entry) => !hasCalls(entry) && isRequest(entry.source.clause.text))
      .filter((entry) => !(asked.some(hasCalls) && isAnsweredAnyway(entry)))
      .map(({ source }) => source.clause.text),
  };
}

type Matched = { readonly source: Source; readonly tools: readonly CustomTool[] };
type Asked = Matched & { readonly served: readonly PlannedCall[] };

function hasCalls({ tools, served }: Asked): boolean {
  return tools.length + served.length > 0;
}

function sourceOf(
  clauses: readonly Clause[],
  index: number,
  clause: Clause,
  earlierPrompts: readonly string[],
): Source {
  const before = clauses.slice(0, index).reverse();
  const after = clauses.slice(index + 1);
  return {
    clause,
    around: [...before, ...after].map(({ text }) => text),
    earlier: [...earlierPrompts].reverse(),
  };
}

/** "And in London?" asks again for what was asked before, in this prompt or the last. */
function withFollowUps(matched: readonly Matched[], lastTool: readonly CustomTool[]): readonly Matched[] {
  let before = matched.some(({ tools }) => tools.length > 0) ? [] : lastTool;
  return matched.map(({ source, tools }) => {
    const own = tools.length === 0 && isFollowUp(source.clause.text) ? before : tools;
    if (own.length > 0) before = own;
    return { source, tools: own };
  });
}

function isFollowUp(text: string): boolean {
  const namesSomething = placesIn(text).length + tickersIn(text).length + numbersIn(text).length > 0;
  return (
    /^(?:what about|how about|in|for|now)\b/iu.test(text) || (namesSomething && text.split(/\s+/).length <= 3)
  );
}

/** A call that two clauses ask for is made once; one that a single clause asks for repeatedly is repeated. */
function distinct(byClause: readonly (readonly PlannedCall[])[]): readonly PlannedCall[] {
  const made = new Set<string>();
  return byClause.flatMap((calls) => {
    const fresh = calls.filter(({ tool, input }) => !made.has(`${tool.name} ${canonicalJson(input)}`));
    for (const { tool, input } of fresh) made.add(`${tool.name} ${canonicalJson(input)}`);
    return fresh;
  });
}

function needsResults(entry: Asked, before: readonly Asked[]): boolean {
  return hasCalls(entry) && before.some(hasCalls) && entry.source.clause.refersBack;
}

function callsOf({ source, tools, served }: Asked): readonly PlannedCall[] {
  if (served.length > 0) return served;
  // Several places and several tools are asked for place by place only within one tool: each tool's calls stay together.
  return tools.flatMap((tool) => fillInputs(tool, source).map((input) => ({ tool, input })));
}

/** "Tell me about it" asks for nothing but the answer. */
function isAnsweredAnyway({ source: { clause } }: Asked): boolean {
  return clause.refersBack && /^(?:tell|show|give|explain|describe|summari[sz]e)\b/iu.test(clause.text);
}

function isRequest(text: string): boolean {
  return text.split(/\s+/).length > 2 && !/^(?:hi|hello|hey|thanks|thank you)\b/iu.test(text);
}
