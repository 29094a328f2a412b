// Is the thinking that a request sends back what the model thought, where it thought it?

import type { CatalogueModel } from "../api/catalogue-model";
import { isToolResult, isToolUse } from "../api/content-block";
import { blocksOf, type MessagesRequest } from "../api/messages-request";
import { bindingBeta, dropsMismatched, mismatched, returnedThinking } from "../thinking/returned-thinking";
import { placeOfBlock, type RequestFacts } from "./request-facts";
import type { Rule, Violation } from "./rule";

const docs = "https://docs.claude.com/en/docs/build-with-claude/extended-thinking";

export const thinkingRules: readonly Rule<RequestFacts>[] = [
  {
    number: 18,
    precondition: "block_binding without its beta",
    status: 400,
    evidenced: false,
    violation: ({ betas, request: { thinking } }) =>
      thinking !== undefined && (thinking.block_binding ?? null) !== null && !betas.includes(bindingBeta)
        ? { path: `thinking.${thinking.type}.block_binding`, wording: "Extra inputs are not permitted" }
        : undefined,
  },
  {
    number: 73,
    precondition: "manual thinking, and the turn whose calls are being answered does not begin with thinking",
    status: 400,
    evidenced: true,
    violation: ({ request }) => (request.thinking?.type === "enabled" ? unthoughtTurn(request) : undefined),
  },
  {
    number: 74,
    precondition: "thinking off, and the conversation ends with an assistant message that holds thinking",
    status: 400,
    evidenced: true,
    violation: ({ model, request }) => {
      const { messages } = request;
      const last = messages.at(-1);
      if (last?.role !== "assistant" || isThinkingOn(request, model)) return undefined;
      const index = blocksOf(last).findIndex(({ type }) => type === "thinking");
      if (index === -1) return undefined;
      const wording =
        "When thinking is disabled, an `assistant` message in the final position cannot contain `thinking`. To use thinking blocks, enable `thinking` in your request.";
      return { path: `messages.${messages.length - 1}.content.${index}`, wording };
    },
  },
  {
    number: 75,
    precondition: "thinking of the latest turn with other words than it was signed with",
    status: 400,
    evidenced: true,
    violation: ({ model, request }) => {
      const edited = returnedThinking(request, model).find(
        ({ reading, isInLatestTurn }) => reading.is === "edited" && isInLatestTurn,
      );
      const wording =
        "`thinking` or `redacted_thinking` blocks in the latest assistant message cannot be modified. These blocks must remain as they were in the original response.";
      return edited === undefined ? undefined : { path: place(edited), wording };
    },
  },
  {
    number: 76,
    precondition: "thinking with a signature that was not issued for it",
    status: 400,
    evidenced: true,
    violation: ({ model, request }) => {
      const forged = returnedThinking(request, model).find(({ reading }) => reading.is !== "intact");
      return forged === undefined
        ? undefined
        : { path: place(forged), wording: "Invalid `signature` in `thinking` block" };
    },
  },
  {
    number: 77,
    precondition:
      "thinking behind another conversation than its own, on a model that binds it: the last sentence is a likely one",
    status: 400,
    evidenced: true,
    violation: ({ betas, model, request }) => {
      const moved = dropsMismatched(request) ? undefined : mismatched(request, model)[0];
      if (moved === undefined || moved.reading.is !== "intact") return undefined;
      const setting = betas.includes(bindingBeta)
        ? ""
        : ` That setting requires the \`${bindingBeta}\` value in the \`anthropic-beta\` header.`;
      const wording = `Invalid \`signature\` in \`thinking\` block. The block is bound to a different conversation. Remove the block, or set \`thinking.block_binding.prefix_mismatch_behavior\` to "drop_block".${setting} Changed since: ${moved.reading.changed.map((part) => `\`${part}\``).join(", ")}.`;
      return { path: place(moved), wording };
    },
  },
];

/** Only the thinking before the calls that are being answered is asked for, and one block at the start of the turn will do. */
function unthoughtTurn({ messages }: MessagesRequest): Violation | undefined {
  const lastPrompt = messages.findLastIndex(
    (message) => message.role === "user" && !blocksOf(message).some(isToolResult),
  );
  const turn = messages.flatMap((message, index) =>
    index > lastPrompt && message.role === "assistant" ? [{ message, index }] : [],
  );
  const last = turn.at(-1);
  if (last === undefined || !blocksOf(last.message).some(isToolUse)) return undefined;
  const begins = [turn[0] ?? last, last].map((each) => blocksOf(each.message)[0]?.type);
  if (begins.some((type) => type === "thinking" || type === "redacted_thinking")) return undefined;
  const wording = `Expected \`thinking\` or \`redacted_thinking\`, but found \`${begins[1]}\`. When \`thinking\` is enabled, a final \`assistant\` message must start with a thinking block (preceeding the lastmost set of \`tool_use\` and \`tool_result\` blocks). We recommend you include thinking blocks from previous turns. To avoid this requirement, disable \`thinking\`. Please consult our documentation at ${docs}`;
  return { path: `messages.${last.index}.content.0.type`, wording };
}

function isThinkingOn({ thinking }: MessagesRequest, model: CatalogueModel): boolean {
  return thinking === undefined ? model.thinksByDefault : thinking.type !== "disabled";
}

function place({ message, index }: { readonly message: number; readonly index: number }): string {
  return placeOfBlock({ block: { type: "thinking" }, message, index });
}
