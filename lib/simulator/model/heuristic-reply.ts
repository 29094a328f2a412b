// What does the model say when no script tells it?

import type { ContentBlock } from "../api/content-block";
import { type CustomTool, isCustomTool, type MessagesRequest } from "../api/messages-request";
import type { CatalogueModel } from "../api/model-catalogue";
import { clausesOf } from "./clauses";
import { announcement, finalAnswer, honestAnswer, reasoning } from "./compose-text";
import type { AnsweredCall, Conversation } from "./conversation";
import { describeAnswer } from "./describe-result";
import { fillOneInput } from "./fill-inputs";
import { closestTool } from "./match-tools";
import { longestPrompt, type Plan, type PlannedCall, planCalls } from "./plan-calls";
import { type Progress, progressOf, resultText } from "./progress";
import type { Reply } from "./reply";

/** Reads the conversation and the tools, and decides: which calls now, or which answer from what has come back. */
export function heuristicReply(
  request: MessagesRequest,
  model: CatalogueModel,
  conversation: Conversation,
): Reply {
  if (request.max_tokens === 0) return { content: [], stopReason: "max_tokens" };
  const choice = request.tool_choice ?? { type: "auto" as const };
  const tools = (request.tools ?? []).filter(isCustomTool).filter((tool) => tool.defer_loading !== true);
  const callable =
    choice.type === "none"
      ? []
      : choice.type === "tool"
        ? tools.filter(({ name }) => name === choice.name)
        : tools;
  const isForced = choice.type === "any" || choice.type === "tool";
  const plan = planCalls(conversation, callable);
  const progress = overallProgress(plan, conversation.answered);
  const outstanding =
    isForced && progress.outstanding.length === 0
      ? insistedCall(conversation, callable)
      : progress.outstanding;
  const calls = choice.disable_parallel_tool_use === true ? outstanding.slice(0, 1) : outstanding;
  const thinking = isForced ? [] : thinkingBlocks(request, model, reasoning(calls, progress.done));

  if (calls.length > 0) {
    const text = isForced ? [] : [{ type: "text", text: announcement(calls, progress.isCorrection) }];
    return { content: [...thinking, ...text, ...calls.map(callBlock)], stopReason: "tool_use" };
  }
  const text = answerText(progress, plan, conversation, tools);
  return { content: [...thinking, { type: "text", text }], stopReason: "end_turn" };
}

/** The first calls, and once all of those have an end, the calls that build on them. */
function overallProgress(plan: Plan, answered: readonly AnsweredCall[]): Progress {
  const first = progressOf(plan.first, answered);
  if (first.outstanding.length > 0) return first;
  const found = { text: first.done.map(describeAnswer).join("\n"), numbers: first.done.flatMap(numbersOf) };
  const second = progressOf([...plan.first, ...plan.afterwards(found)], answered);
  return second;
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

function answerText(
  progress: Progress,
  plan: Plan,
  { answered }: Conversation,
  tools: readonly CustomTool[],
): string {
  const done = progress.done.length > 0 ? progress.done : answered;
  return done.length > 0 ? finalAnswer(done, plan.unmatched) : honestAnswer(tools);
}

/** Thinking is shown where it is switched on and summarised; where its display is omitted, none is made. */
function thinkingBlocks(
  { thinking }: MessagesRequest,
  model: CatalogueModel,
  text: string,
): readonly ContentBlock[] {
  const isOn = thinking?.type === "adaptive" || thinking?.type === "enabled";
  const display = thinking?.display ?? model.thinkingDisplay;
  return isOn && display === "summarized" ? [{ type: "thinking", thinking: text }] : [];
}

function callBlock({ tool, input }: PlannedCall): ContentBlock {
  return { type: "tool_use", name: tool.name, input };
}
