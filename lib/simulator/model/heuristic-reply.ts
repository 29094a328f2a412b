// What does the model say when no script tells it?

import type { CatalogueModel } from "../api/catalogue-model";
import type { ContentBlock } from "../api/content-block";
import type { CustomTool, MessagesRequest } from "../api/messages-request";
import { type AvailableTools, availableTools } from "../server-tools/available-tools";
import { displayOf } from "../thinking/shown-thinking";
import { announcement, finalAnswer, honestAnswer, reasoning } from "./compose-text";
import type { AnsweredCall, Conversation } from "./conversation";
import { type Decision, decide } from "./decide";
import { execute } from "./execute";
import type { PlannedCall } from "./plan-calls";
import type { Reply } from "./reply";
import { callerOf, resumedResults, sandboxedBlocks } from "./sandboxed-calls";
import { lookingForTools, servedAnnouncement, servedText } from "./served-text";

/** After so many calls the API hands the turn back unfinished, to be resumed. */
const mostExecutedCalls = 10;

/**
 * Reads the conversation and the tools, and decides: which calls now, or which answer from what has come back. Calls of
 * tools that the API executes are made and answered within the reply.
 */
export function heuristicReply(
  request: MessagesRequest,
  model: CatalogueModel,
  conversation: Conversation,
): Reply {
  if (request.max_tokens === 0) return { content: [], stopReason: "max_tokens" };
  const said: ContentBlock[] = [...resumedResults(request)];
  const answered: AnsweredCall[] = [...conversation.answered];
  let isContained = said.length > 0;
  const reply = (content: readonly ContentBlock[], stopReason: string): Reply => ({
    content,
    stopReason,
    ...(isContained && { container: containerAsked(request) }),
  });
  for (let executed = 0; ; executed++) {
    const available = availableTools(request, said);
    const decision = decide(request, { ...conversation, answered }, available, said);
    const { served } = decision;
    const thinking = executed === 0 ? thoughts(request, conversation, decision) : [];
    if (served === undefined) {
      const { content, inContainer } = ending(
        request,
        model,
        { ...conversation, answered },
        available,
        decision,
      );
      isContained ||= inContainer;
      const stopReason = decision.calls.length > 0 ? "tool_use" : "end_turn";
      return reply([...said, ...thinking, ...content], stopReason);
    }
    if (executed === mostExecutedCalls) return reply(said, "pause_turn");
    if (executed === 0 && request.messages.at(-1)?.role !== "assistant") {
      const text = "search" in served ? lookingForTools : servedAnnouncement(served.planned);
      said.push(...thinking, { type: "text", text });
    }
    const execution = execute(served, available, request, said);
    said.push(...execution.blocks);
    if (execution.answered !== undefined) answered.push(execution.answered);
    isContained ||= execution.inContainer;
  }
}

/** The caller's own calls to be made, or the answer. */
function ending(
  request: MessagesRequest,
  model: CatalogueModel,
  conversation: Conversation,
  available: AvailableTools,
  decision: Decision,
): { content: readonly ContentBlock[]; inContainer: boolean } {
  const { calls, progress, plan } = decision;
  if (calls.length === 0) {
    const done = progress.done.length > 0 ? progress.done : conversation.answered;
    return { content: answerBlocks(done, plan.unmatched, available), inContainer: false };
  }
  const text = spoken(decision, request, model, conversation.answered.length > 0);
  const [first] = calls;
  const caller = first === undefined ? undefined : callerOf(first.tool, request);
  if (caller === undefined) return { content: [...text, ...calls.map(callBlock)], inContainer: false };
  const sandboxed = calls.filter(({ tool }) => callerOf(tool, request) === caller);
  return { content: [...text, ...sandboxedBlocks(sandboxed, caller)], inContainer: true };
}

/** One text for what the caller's tools brought, one for each call that the API executed. */
function answerBlocks(
  done: readonly AnsweredCall[],
  unmatched: readonly string[],
  available: AvailableTools,
): readonly ContentBlock[] {
  const own = done.filter(({ served }) => served === undefined);
  const told = done.flatMap((call) => (call.served === undefined ? [] : [servedText(call, call.served)]));
  if (done.length === 0) return [{ type: "text", text: honestAnswer(offeredTools(available)) }];
  if (told.length === 0) return [{ type: "text", text: finalAnswer(own, unmatched) }];
  if (own.length === 0 && unmatched.length === 0) return told;
  return [...told, { type: "text", text: finalAnswer(own, unmatched) }];
}

function offeredTools({ custom, served }: AvailableTools): readonly CustomTool[] {
  return [...custom, ...served.map(({ tool }) => tool)];
}

/** Thinking where it is switched on; how much of it is shown is decided later. */
function thoughts(
  { thinking }: MessagesRequest,
  { answered }: Conversation,
  { calls, isForced, progress, served }: Decision,
): readonly ContentBlock[] {
  const isOn =
    thinking?.type === "adaptive" ||
    thinking?.type === "enabled" ||
    (thinking?.type === "between_tools" && answered.length > 0);
  if (isForced || !isOn) return [];
  const planned = served !== undefined && "planned" in served ? [served.planned] : [];
  return [{ type: "thinking", thinking: reasoning([...planned, ...calls], progress.done) }];
}

/** What is said before calls: a sentence, which some models only think once they are among their tools. */
function spoken(
  { calls, isForced, progress }: Decision,
  { thinking }: MessagesRequest,
  model: CatalogueModel,
  isAmongTools: boolean,
): readonly ContentBlock[] {
  if (isForced) return [];
  const text = announcement(calls, progress.isCorrection);
  if (!isAmongTools || !model.narratesInThinking) return [{ type: "text", text }];
  return [{ type: "thinking", thinking: displayOf(thinking, model) === "omitted" ? "" : text }];
}

/** The container asked for; a new one is made where none is. */
function containerAsked({ container }: MessagesRequest): { readonly id?: string } {
  if (typeof container === "string") return { id: container };
  const id = Object(container).id;
  return typeof id === "string" ? { id } : {};
}

function callBlock({ tool, input }: PlannedCall): ContentBlock {
  return { type: "tool_use", name: tool.name, input };
}
