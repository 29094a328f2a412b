// What is asked of a run whose headers are checked, and what answers it?
import type { JsonObject } from "@/lib/protocol/json-object";
import type { RunRequestInput } from "@/lib/protocol/run-request";

type Conversation = Pick<
  RunRequestInput,
  "prompt" | "system" | "tools" | "scenario" | "maxTokens" | "limits"
>;

const tool = {
  name: "read_gauge",
  description: "Reads one of the two gauges, by its number.",
  inputSchema: {
    type: "object",
    properties: { gauge: { type: "integer", minimum: 1, maximum: 2 } },
    required: ["gauge"],
  },
  handler: { kind: "fixed" as const, content: "Gauge {{input.gauge}} stands at 42." },
};

const asked: Conversation = {
  prompt: "Read gauge 1, then gauge 2, then say what they show.",
  system: "Call read_gauge for one gauge at a time; never guess what it shows.",
  tools: [tool],
  maxTokens: 1_024,
};

const reading = (gauge: number): JsonObject => ({
  type: "tool_use",
  name: tool.name,
  input: { gauge },
});
const says = (text: string): JsonObject[] => [{ type: "text", text }];

/**
 * A script of the simulator: a call, a follow-up that is refused once and then calls again, an answer. SDK versions that
 * summarise with a prompt of their own begin a new conversation with the summary: it is played from the start again.
 */
const script = {
  pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 },
  turns: [
    {
      when: { mentions: "write a continuation summary" },
      content: says("<summary>Both gauges have yet to be read.</summary>"),
    },
    { content: [reading(1)] },
    { content: [reading(2)], fault: { kind: "status", status: 529, attempt: 1, retryAfter: 0.02 } },
    { content: says("Both show 42.") },
  ],
};

/** @returns a conversation that makes follow-ups and a retry for certain, because the simulator plays a script */
export function scriptedConversation(): Conversation {
  return { ...asked, scenario: script, limits: { maxTurns: 10 } };
}

/**
 * Calls are not forced by `tool_choice`, since models that always think refuse that.
 *
 * @returns a conversation that makes one follow-up at any provider whose model calls the tool; two requests at most
 */
export function openConversation(): Conversation {
  return { ...asked, limits: { maxTurns: 2 } };
}
