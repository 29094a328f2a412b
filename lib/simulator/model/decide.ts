// What does the model do next: have a call executed, ask for calls, or answer?

import type { ContentBlock } from "../api/content-block";
import { blocksOf, type CustomTool, type MessagesRequest } from "../api/messages-request";
import { canonicalJson, type JsonObject } from "../json/canonical-json";
import type { AvailableTools } from "../server-tools/available-tools";
import type { ServerTool } from "../server-tools/server-tool";
import { clausesOf } from "./clauses";
import type { AnsweredCall, Conversation } from "./conversation";
import { describeAnswer } from "./describe-result";
import { fillOneInput } from "./fill-inputs";
import { closestTool } from "./match-tools";
import { longestPrompt, type Plan, type PlannedCall, planCalls } from "./plan-calls";
import { type Progress, progressOf, resultText } from "./progress";
import { callsByName, callsInstead, toolSearchInput } from "./served-calls";

/** A call that the API executes: of a tool, or a search for tools. */
export type ServedCall =
  | { readonly server: ServerTool; readonly planned: PlannedCall }
  | { readonly search: NonNullable<AvailableTools["search"]>; readonly input: JsonObject };

export type Decision = {
  readonly plan: Plan;
  readonly progress: Progress;
  /** The caller's own calls to be made now. */
  readonly calls: readonly PlannedCall[];
  /** To be executed before anything else. */
  readonly served?: ServedCall;
  readonly isForced: boolean;
};

/** @param saidNow the blocks of the reply so far */
export function decide(
  request: MessagesRequest,
  conversation: Conversation,
  available: AvailableTools,
  saidNow: readonly ContentBlock[],
): Decision {
  const choice = request.tool_choice ?? { type: "auto" as const };
  const isForced =
    choice.type === "any" ||
    (choice.type === "tool" && available.custom.some(({ name }) => name === choice.name));
  const custom =
    choice.type === "tool" && isForced
      ? available.custom.filter(({ name }) => name === choice.name)
      : available.custom;
  const callable = choice.type === "none" ? [] : custom;
  const served = choice.type === "none" || isForced ? [] : available.served;
  const search =
    choice.type === "none" || isForced
      ? undefined
      : toolSearch(request, conversation, { ...available, served }, saidNow);
  const plan = planWith(conversation, callable, served, search === undefined);
  const progress = overallProgress(plan, conversation.answered);
  const outstanding =
    isForced && progress.outstanding.length === 0
      ? insistedCall(conversation, callable)
      : progress.outstanding;
  const executed = outstanding.flatMap((planned) => {
    const server = served.find(({ tool }) => tool === planned.tool);
    return server === undefined ? [] : [{ server, planned }];
  });
  const own = outstanding.filter(({ tool }) => !served.some((server) => server.tool === tool));
  const calls = choice.disable_parallel_tool_use === true ? own.slice(0, 1) : own;
  const first: ServedCall | undefined = search ?? executed[0];
  return { plan, progress, calls, isForced, ...(first !== undefined && { served: first }) };
}

function planWith(
  conversation: Conversation,
  custom: readonly CustomTool[],
  served: readonly ServerTool[],
  mayServeInstead: boolean,
): Plan {
  const withSchema = served.filter(({ call }) => call.type === "mcp_tool_use").map(({ tool }) => tool);
  return planCalls(conversation, [...custom, ...withSchema], (clause, isMatched) => {
    const named = callsByName(clause, served);
    return named.length > 0 || isMatched || !mayServeInstead ? named : callsInstead(clause, served);
  });
}

/** A search for what no visible tool can do, unless the same search has been made before. */
function toolSearch(
  request: MessagesRequest,
  conversation: Conversation,
  { search, hidden, custom, served }: AvailableTools,
  saidNow: readonly ContentBlock[],
): ServedCall | undefined {
  if (search === undefined || hidden.length === 0) return undefined;
  const { unmatched } = planWith(conversation, custom, served, false);
  const input = unmatched.length === 0 ? undefined : toolSearchInput(search, unmatched);
  if (input === undefined) return undefined;
  const wanted = canonicalJson(input);
  const said = [...request.messages.flatMap(blocksOf), ...saidNow];
  const isMade = said.some(
    ({ type, name, input: made }) =>
      type === "server_tool_use" && name === `tool_search_tool_${search}` && canonicalJson(made) === wanted,
  );
  return isMade ? undefined : { search, input };
}

/** The first calls, and once all of those have an end, the calls that build on them. */
function overallProgress(plan: Plan, answered: readonly AnsweredCall[]): Progress {
  const first = progressOf(plan.first, answered);
  if (first.outstanding.length > 0) return first;
  const found = { text: first.done.map(describeAnswer).join("\n"), numbers: first.done.flatMap(numbersOf) };
  return progressOf([...plan.first, ...plan.afterwards(found)], answered);
}

/** The first number of a result: of an object, that of its first field with one. */
function numbersOf({ result }: AnsweredCall): readonly number[] {
  const found = /(?<![\w.])-?\d+(?:\.\d+)?(?![\w])/.exec(resultText(result))?.[0];
  return found === undefined ? [] : [Number(found)];
}

function insistedCall(
  { prompt, earlierPrompts }: Conversation,
  tools: readonly CustomTool[],
): readonly PlannedCall[] {
  const tool = closestTool(prompt.slice(0, longestPrompt), tools);
  if (tool === undefined) return [];
  const [first, ...others] = clausesOf(prompt.slice(0, longestPrompt));
  const clause = first ?? { text: prompt, refersBack: false };
  return [
    {
      tool,
      input: fillOneInput(tool, { clause, around: others.map(({ text }) => text), earlier: earlierPrompts }),
    },
  ];
}
