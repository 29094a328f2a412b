// Are a request for compaction, and the block that one left behind, as the API asks?

import type { MessagesRequest } from "../api/messages-request";
import { isJsonObject } from "../json/canonical-json";
import { placedBlocks, placeOfBlock, type RequestFacts } from "./request-facts";
import type { Rule } from "./rule";

const beta = "compact-2026-09-04";
const longestInstructions = 16_384;

/** The codes of #88 that compare a block with what the simulator issued are missing: it issues none. */
export const compactionRules: readonly Rule<RequestFacts>[] = [
  {
    number: 89,
    precondition: "the compaction parameter without its beta: only the quoted half is known",
    status: 400,
    evidenced: true,
    violation: ({ betas, request }) =>
      isCompacting(request) && !betas.includes(beta)
        ? { wording: `the \`compaction\` parameter requires anthropic-beta: ${beta}` }
        : undefined,
  },
  {
    number: 90,
    precondition: "compaction together with what it cannot go with, or with too long instructions",
    status: 400,
    evidenced: false,
    violation: ({ request }) => {
      const other = isCompacting(request) ? incompatible(request) : undefined;
      if (other !== undefined) return { path: "compaction", wording: `cannot be combined with \`${other}\`` };
      const instructions = isJsonObject(request.compaction) ? request.compaction.instructions : undefined;
      if (typeof instructions !== "string" || instructions.length <= longestInstructions) return undefined;
      const wording = `String should have at most ${longestInstructions} characters`;
      return { path: "compaction.instructions", wording };
    },
  },
  {
    number: 88,
    precondition: "two compaction blocks in one request",
    status: 400,
    errorCode: "compaction_block_ambiguous",
    evidenced: false,
    violation: ({ betas, request: { messages } }) => {
      const second = betas.includes(beta) ? compactionBlocks(messages)[1] : undefined;
      return second === undefined
        ? undefined
        : { path: placeOfBlock(second), wording: "only one `compaction` block may be sent. Keep the newest" };
    },
  },
  {
    number: 88,
    precondition: "a compaction block that is not the first element of the conversation",
    status: 400,
    errorCode: "compaction_block_misplaced",
    evidenced: false,
    violation: ({ betas, request: { messages } }) => {
      const misplaced = betas.includes(beta)
        ? compactionBlocks(messages).find(({ message, index }) => message > 0 || index > 0)
        : undefined;
      const wording = "a `compaction` block must be the first element of `messages`, replacing all before it";
      return misplaced === undefined ? undefined : { path: placeOfBlock(misplaced), wording };
    },
  },
  {
    number: 88,
    precondition: "compaction of a conversation that holds nothing but a compaction block",
    status: 400,
    errorCode: "compaction_nothing_to_summarize",
    evidenced: false,
    violation: ({ request }) =>
      isCompacting(request) &&
      placedBlocks(request.messages).every(({ block }) => block.type === "compaction")
        ? { path: "compaction", wording: "there is nothing to summarize" }
        : undefined,
  },
];

function isCompacting({ compaction }: MessagesRequest): boolean {
  return isJsonObject(compaction);
}

function compactionBlocks(messages: MessagesRequest["messages"]) {
  return placedBlocks(messages).filter(({ block }) => block.type === "compaction");
}

function incompatible(request: MessagesRequest): string | undefined {
  if ((request.stop_sequences ?? []).length > 0) return "stop_sequences";
  if (isJsonObject(request.output_config?.format)) return "output_config.format";
  if (request.tool_choice?.type === "any" || request.tool_choice?.type === "tool") return "tool_choice";
  if (isJsonObject(request.context_management)) return "context_management";
  const budget = request.output_config?.task_budget;
  return isJsonObject(budget) && (budget.remaining ?? null) !== null
    ? "output_config.task_budget.remaining"
    : undefined;
}
