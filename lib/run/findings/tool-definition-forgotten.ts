// Does each request still define the tools its own history speaks of?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import type { Finding } from "@/lib/protocol/run-summary";
import { blocksOf, messagesOf } from "../message-blocks";
import type { ProviderRequest, Run } from "../run";
import { inlineTool, referencedTools } from "../tool-grants";
import { numberedRequests, requestsText } from "./place-text";

/** What a history says about tools. It grows with the history, so that a long run is read once. */
type Mentions = {
  readonly granted: Set<string>;
  readonly called: Set<string>;
  readonly defined: Set<string>;
};
type Loss = {
  readonly name: string;
  readonly how: "granted" | "called";
  readonly number: number;
  readonly request: ProviderRequest;
};

/**
 * `tool-definition-forgotten`, once per tool, at the first request without it: a tool that a `tool_reference` grants, or
 * that was called and stood in the tools of an earlier request.
 */
export function toolDefinitionForgotten(run: Run): Finding[] {
  const losses = new Map<string, Loss[]>();
  const known = new Set<string>();
  let mentions = noMentions();
  let before: ProviderRequest | null = null;
  for (const { request, number } of numberedRequests(run)) {
    const { body } = request;
    // A continued thread has its tools from its first request.
    if (!isJsonObject(body) || (isJsonObject(body.thread) && body.thread.type === "continue")) continue;
    mentions = readMentions(mentions, request, before);
    before = request;
    const tools = new Set(namesOf(body.tools));
    const has = (name: string) => tools.has(name) || mentions.defined.has(name);
    for (const name of new Set([...mentions.granted, ...mentions.called])) {
      const granted = mentions.granted.has(name);
      if (has(name) || !(granted || known.has(name))) continue;
      const loss: Loss = { name, how: granted ? "granted" : "called", number, request };
      losses.set(name, [...(losses.get(name) ?? []), loss]);
    }
    for (const name of tools) known.add(name);
  }
  return [...losses.values()].flatMap(findingOf);
}

function findingOf(losses: readonly Loss[]): Finding[] {
  const [first] = losses;
  if (first === undefined) return [];
  const { name, how, request } = first;
  const story = how === "granted" ? "was found or granted (tool_reference)" : "was called";
  return [
    {
      code: "tool-definition-forgotten",
      severity: how === "granted" ? "error" : "warning",
      message: `${name} ${story} earlier in the conversation, but its definition is not in the tools of ${requestsText(losses.map(({ number }) => number))}.`,
      fix: "Send every definition with every request for as long as the history speaks of the tool, deferred ones and search tools too, each unchanged: leave one out and the API refuses the request or reads the whole prompt anew.",
      turnId: request.turnId,
      requestId: request.requestId,
    },
  ];
}

/** Reads on where a request repeats all of the history before it, else from its first message. */
function readMentions(earlier: Mentions, request: ProviderRequest, before: ProviderRequest | null): Mentions {
  const messages = messagesOf(request.body);
  const { delta } = request;
  const length = before === null ? 0 : messagesOf(before.body).length;
  const goesOn = delta?.kind === "json" && delta.base === before?.requestId && delta.kept.messages === length;
  const mentions = goesOn ? earlier : noMentions();
  for (const block of messages.slice(goesOn ? length : 0).flatMap(blocksOf)) {
    for (const name of referencedTools(block)) mentions.granted.add(name);
    const defined = inlineTool(block);
    if (defined !== null) mentions.defined.add(defined);
    if (block.type === "tool_use" || block.type === "server_tool_use")
      mentions.called.add(String(block.name));
  }
  return mentions;
}

function noMentions(): Mentions {
  return { granted: new Set(), called: new Set(), defined: new Set() };
}

function namesOf(tools: unknown): string[] {
  const list: JsonObject[] = Array.isArray(tools) ? tools.filter(isJsonObject) : [];
  return list.flatMap(({ name }) => (typeof name === "string" ? [name] : []));
}
