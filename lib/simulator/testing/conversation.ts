// How does a test talk with the heuristic model?
import { createSimulator } from "../simulator";
import { bodyWith, messageFrom } from "./ask";
import { playgroundTools, unheardTools } from "./tools";

export const simulator = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });
export const tools: readonly object[] = [...playgroundTools, ...unheardTools];

export type Call = { readonly id: string; readonly name: string; readonly input: Record<string, unknown> };
export type Told = {
  readonly calls: readonly Call[];
  readonly text: string;
  readonly stop: string | null;
  readonly types: readonly string[];
};

export async function reply(
  messages: readonly unknown[],
  fields: Record<string, unknown> = {},
): Promise<Told> {
  const message = await messageFrom(simulator, { body: bodyWith({ tools, messages, ...fields }) });
  const calls = message.content.filter((block) => block.type === "tool_use");
  return {
    calls: calls.map((block) => ({
      id: String(block.id),
      name: String(block.name),
      input: Object(block.input),
    })),
    text: message.content.map((block) => (typeof block.text === "string" ? block.text : "")).join(""),
    stop: message.stop_reason,
    types: message.content.map(({ type }) => type),
  };
}

export const asks = (prompt: string, fields: Record<string, unknown> = {}) =>
  reply([{ role: "user", content: prompt }], fields);
export const named = ({ calls }: Told) => calls.map(({ name, input }) => [name, input]);

/** Plays a whole loop and gives every reply; `run` answers a call, a thrown string being an error result. */
export async function loop(
  prompt: string,
  run: (call: Call) => unknown,
  fields: Record<string, unknown> = {},
): Promise<readonly Told[]> {
  const messages: unknown[] = [{ role: "user", content: prompt }];
  const replies: Told[] = [];
  while (replies.length < 12) {
    const told = await reply(messages, fields);
    replies.push(told);
    if (told.stop !== "tool_use") break;
    messages.push(
      { role: "assistant", content: told.calls.map((call) => ({ type: "tool_use", ...call })) },
      { role: "user", content: told.calls.map((call) => resultOf(call, run)) },
    );
  }
  return replies;
}

export function resultOf(call: Call, run: (call: Call) => unknown): object {
  const result = { type: "tool_result", tool_use_id: call.id };
  try {
    const value = run(call);
    return {
      ...result,
      content: typeof value === "string" || Array.isArray(value) ? value : JSON.stringify(value),
    };
  } catch (error) {
    return { ...result, content: String(error), is_error: true };
  }
}
