// What do our deliberate mistakes change in what the manual loop sends?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import type { Mishap } from "@/lib/protocol/mishap";
import { blocksOf } from "@/lib/run/message-blocks";
import { referencedTools, withoutGrants } from "@/lib/run/tool-grants";

/** The mishaps of a run; with none, each function gives back what a careful loop would send. */
type Mishaps = readonly Mishap[];

/** @returns the reply as it goes back into the history; thinking lost with `strip-thinking` */
export function keptReply(content: readonly JsonObject[], mishaps: Mishaps): JsonObject[] {
  if (!mishaps.includes("strip-thinking")) return [...content];
  return content.filter((block) => block.type !== "thinking" && block.type !== "redacted_thinking");
}

/**
 * @param results the `tool_result` blocks of one batch, in the order of its calls
 * @returns the user messages they go back in: one, none where there is nothing left to send
 */
export function resultMessages(results: readonly JsonObject[], mishaps: Mishaps): JsonObject[] {
  if (results.length === 0) return [];
  const left = mishaps.includes("forget-tool-result") ? results.slice(0, -1) : results;
  const contents = mishaps.includes("split-tool-results") ? left.map((result) => [result]) : [[...left]];
  if (mishaps.includes("text-before-tool-results")) {
    contents[0] = [{ type: "text", text: "Here is what the tools said." }, ...(contents[0] ?? [])];
  }
  return contents.filter((content) => content.length > 0).map((content) => ({ role: "user", content }));
}

/** What a request carries that grants can be lost from. */
type Carried = { readonly messages: readonly JsonObject[]; readonly definitions: readonly JsonObject[] };

/**
 * @returns what a request after the first carries; with `forget-granted-tools` without the definitions of deferred tools
 * that the history refers to, and without the messages that granted a tool
 */
export function followUp({ messages, definitions }: Carried, mishaps: Mishaps): Carried {
  if (!mishaps.includes("forget-granted-tools")) return { messages, definitions };
  const granted = new Set(messages.flatMap((message) => blocksOf(message).flatMap(referencedTools)));
  return {
    messages: messages.map(withoutGrants).filter((message) => message !== null),
    definitions: definitions.filter((tool) => tool.defer_loading !== true || !granted.has(String(tool.name))),
  };
}

/** Code execution goes on in the container the last reply named; skills the user asked for stay with it. */
export function threadedContainer(sent: unknown, answered: unknown, mishaps: Mishaps): unknown {
  if (mishaps.includes("forget-container")) return sent;
  if (!isJsonObject(answered) || typeof answered.id !== "string") return sent;
  return isJsonObject(sent) ? { ...sent, id: answered.id } : answered.id;
}
