// Which calls does a prompt ask for, and which of them need what others bring first?

import type { CustomTool } from "../api/messages-request";
import type { JsonObject } from "../json/canonical-json";
import { type Clause, clausesOf } from "./clauses";
import type { Source } from "./context";
import type { Conversation } from "./conversation";
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

export function planCalls(
  { prompt, earlierPrompts, earlierTools }: Conversation,
  tools: readonly CustomTool[],
): Plan {
  const clauses = clausesOf(prompt);
  const sources = clauses.map((clause, index) => sourceOf(clauses, index, clause, earlierPrompts));
  const matched = sources.map((source) => ({ source, tools: matchTools(source.clause.text, tools) }));
  const asked = matched.some((entry) => entry.tools.length > 0)
    ? matched
    : followUp(sources, tools, earlierTools);
  const dependent = asked.filter((entry, index) => index > 0 && needsResults(entry, asked.slice(0, index)));
  const independent = asked.filter((entry) => !dependent.includes(entry));
  return {
    first: independent.flatMap(callsOf).slice(0, mostCalls),
    afterwards: (found) =>
      dependent
        .flatMap(({ source, tools: own }) => callsOf({ source: { ...source, found }, tools: own }))
        .slice(0, mostCalls),
    unmatched: asked
      .filter((entry) => entry.tools.length === 0 && isRequest(entry.source.clause.text))
      .map(({ source }) => source.clause.text),
  };
}

type Asked = { readonly source: Source; readonly tools: readonly CustomTool[] };

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

/** "And in London?" asks again for what the tools of the last prompt did. */
function followUp(
  sources: readonly Source[],
  tools: readonly CustomTool[],
  earlierTools: readonly string[],
): readonly Asked[] {
  const lastTool = tools.find(({ name }) => name === earlierTools.at(-1));
  const isFollowUp = (text: string) =>
    /^(?:and|what about|how about|in|for|now|same)\b/iu.test(text) || text.split(/\s+/).length <= 3;
  return sources.map((source) => ({
    source,
    tools: lastTool !== undefined && isFollowUp(source.clause.text) ? [lastTool] : [],
  }));
}

function needsResults({ source, tools }: Asked, before: readonly Asked[]): boolean {
  const hasEarlierCalls = before.some((entry) => entry.tools.length > 0);
  return tools.length > 0 && hasEarlierCalls && source.clause.refersBack;
}

function callsOf({ source, tools }: Asked): readonly PlannedCall[] {
  // Several places and several tools are asked for place by place only within one tool: each tool's calls stay together.
  return tools.flatMap((tool) => fillInputs(tool, source).map((input) => ({ tool, input })));
}

function isRequest(text: string): boolean {
  return text.split(/\s+/).length > 2 && !/^(?:hi|hello|hey|thanks|thank you)\b/iu.test(text);
}
