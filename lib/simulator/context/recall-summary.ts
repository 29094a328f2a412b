// What does the model know of the conversation that a summary stands for?

import type { ContentBlock } from "../api/content-block";
import { blocksOf, type MessagesRequest, type RequestMessage } from "../api/messages-request";
import { isJsonObject, type JsonObject } from "../json/canonical-json";
import { isSummary, type SummaryBlock } from "./compaction-block";
import { summaryOpening } from "./write-summary";

/** The request as the model has it in mind: each summary told as the messages that it stands for. */
export function recalled(request: MessagesRequest): MessagesRequest {
  if (!request.messages.some((message) => blocksOf(message).some(isSummary))) return request;
  return { ...request, messages: request.messages.flatMap(recalledMessage) };
}

function recalledMessage(message: RequestMessage): readonly RequestMessage[] {
  const blocks = blocksOf(message);
  const summary = blocks.find(isSummary);
  if (summary === undefined) return [message];
  const rest = blocks.filter((block) => block.type !== "compaction");
  return [...recall(summary), ...(rest.length === 0 ? [] : [{ ...message, content: rest }])];
}

type Told = { readonly number: string; readonly role: string; readonly text?: string; readonly call?: Call };
type Call = {
  readonly name: string;
  readonly input: JsonObject;
  readonly result: string;
  readonly failed: boolean;
};

/** A text that is no summary of the simulator's own is taken for what the user says. */
function recall({ content, tool_changes: changes }: SummaryBlock): readonly RequestMessage[] {
  const granted: readonly RequestMessage[] =
    Array.isArray(changes) && changes.length > 0 ? [{ role: "system", content: changes }] : [];
  const told = content.startsWith(summaryOpening) ? content.split("\n").flatMap(readLine) : [];
  if (told.length === 0) return [{ role: "user", content }, ...granted];
  const numbers = [...new Set(told.map(({ number }) => number))];
  return [
    ...numbers.flatMap((number) => messagesOf(told.filter((each) => each.number === number))),
    ...granted,
  ];
}

function readLine(line: string): readonly Told[] {
  const called = /^(\d+)\. Assistant called (\S+) with (.*)$/.exec(line);
  if (called !== null) {
    const [, number = "", name = "", rest = ""] = called;
    const call = readCall(name, rest);
    return [{ number, role: "Assistant", ...(call !== undefined && { call }) }];
  }
  const [, number, role, text] = /^(\d+)\. (User|System|Assistant): (.*)$/.exec(line) ?? [];
  return number === undefined || role === undefined || text === undefined ? [] : [{ number, role, text }];
}

/** The input ends at the first brace up to which it is JSON; a result may hold braces as well. */
function readCall(name: string, rest: string): Call | undefined {
  for (const end of rest.matchAll(/\}(, which failed)?: /g)) {
    const input = parsed(rest.slice(0, end.index + 1));
    if (input === undefined) continue;
    return { name, input, result: rest.slice(end.index + end[0].length), failed: end[1] !== undefined };
  }
  return undefined;
}

function parsed(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The lines of one message, which the results of its calls follow. */
function messagesOf(lines: readonly Told[]): readonly RequestMessage[] {
  const role = lines[0]?.role === "User" ? "user" : lines[0]?.role === "System" ? "system" : "assistant";
  const texts = lines.flatMap(({ text }) => (text === undefined ? [] : [{ type: "text", text }]));
  const calls = lines.flatMap(({ call, number }, index) =>
    call === undefined ? [] : [{ ...call, id: `toolu_recalled_${number}_${index}` }],
  );
  const said: readonly ContentBlock[] = [
    ...texts,
    ...calls.map(({ id, name, input }) => ({ type: "tool_use", id, name, input })),
  ];
  const results = calls.map(({ id, result, failed }) => ({
    type: "tool_result",
    tool_use_id: id,
    content: result,
    ...(failed && { is_error: true }),
  }));
  return [
    { role, content: said },
    ...(results.length === 0 ? [] : [{ role: "user" as const, content: results }]),
  ];
}
