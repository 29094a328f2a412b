// Does every tool call have its one result, in the right place?

import { isToolResult, isToolUse } from "../api/content-block";
import type { RequestMessage } from "../api/messages-request";
import {
  type PlacedBlock,
  placedBlocks,
  placeOfBlock,
  type RequestFacts,
  type RoleGroup,
  roleGroups,
} from "./request-facts";
import type { Rule, Violation } from "./rule";

export const pairingRules: readonly Rule<RequestFacts>[] = [
  {
    number: 60,
    precondition: "two tool calls of one id",
    status: 400,
    evidenced: true,
    violation: ({ request: { messages } }) => {
      const repeated = firstRepeated(placedBlocks(messages), ({ block }) =>
        isToolUse(block) ? block.id : undefined,
      );
      if (repeated === undefined) return undefined;
      return { path: placeOfBlock(repeated), wording: "`tool_use` ids must be unique" };
    },
  },
  {
    number: 56,
    precondition:
      "a tool call unanswered, or answered after other content; the older wording of this (#57) is not used",
    status: 400,
    evidenced: true,
    violation: ({ request: { messages } }) => firstUnanswered(messages),
  },
  {
    number: 61,
    precondition: "a tool_result for a tool that the API executed: the wording is that of any orphan",
    status: 400,
    evidenced: false,
    violation: ({ request: { messages } }) => {
      const foreign = placedBlocks(messages).find(
        ({ block }) => isToolResult(block) && block.tool_use_id.startsWith("srvtoolu_"),
      );
      if (foreign === undefined) return undefined;
      const wording = `unexpected \`tool_use_id\` found in \`tool_result\` blocks: ${foreign.block.tool_use_id}. Each \`tool_result\` block must have a corresponding \`tool_use\` block in the previous message.`;
      return { path: placeOfBlock(foreign), wording };
    },
  },
  {
    number: 58,
    precondition: "a tool result without its call in the assistant message before",
    status: 400,
    evidenced: true,
    violation: ({ request: { messages } }) => firstOrphan(messages),
  },
  {
    number: 59,
    precondition: "two results for one call",
    status: 400,
    evidenced: true,
    violation: ({ request: { messages } }) => {
      for (const group of roleGroups(messages)) {
        const repeated = firstRepeated(group.blocks, resultId);
        if (repeated === undefined) continue;
        const wording = `each tool_use must have a single result. Found multiple \`tool_result\` blocks with id: ${resultId(repeated)}`;
        return { path: placeOfBlock(repeated), wording };
      }
      return undefined;
    },
  },
];

function firstUnanswered(messages: readonly RequestMessage[]): Violation | undefined {
  const groups = roleGroups(messages);
  for (const [position, group] of groups.entries()) {
    const calls = group.role === "assistant" ? group.blocks.filter(({ block }) => isToolUse(block)) : [];
    if (calls.length === 0) continue;
    const answered = leadingResultIds(groups[position + 1]);
    const missing = calls.filter((call) => !answered.has(callId(call) ?? ""));
    const first = missing[0];
    if (first === undefined) continue;
    const ids = missing.map(callId).join(", ");
    const wording = `\`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${ids}. Each \`tool_use\` block must have a corresponding \`tool_result\` block in the next message.`;
    return { path: `messages.${first.message}`, wording };
  }
  return undefined;
}

function firstOrphan(messages: readonly RequestMessage[]): Violation | undefined {
  const groups = roleGroups(messages);
  for (const [position, group] of groups.entries()) {
    const calls = new Set(groups[position - 1]?.blocks.map(callId));
    const orphan = group.blocks.find(({ block }) => isToolResult(block) && !calls.has(block.tool_use_id));
    if (orphan === undefined) continue;
    const wording = `unexpected \`tool_use_id\` found in \`tool_result\` blocks: ${resultId(orphan)}. Each \`tool_result\` block must have a corresponding \`tool_use\` block in the previous message.`;
    return { path: placeOfBlock(orphan), wording };
  }
  return undefined;
}

/** Only results that stand before any other content answer the calls before them. */
function leadingResultIds(group: RoleGroup | undefined): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const placed of group?.blocks ?? []) {
    const id = resultId(placed);
    if (id === undefined) break;
    ids.add(id);
  }
  return ids;
}

function callId({ block }: PlacedBlock): string | undefined {
  return isToolUse(block) ? block.id : undefined;
}

function resultId({ block }: PlacedBlock): string | undefined {
  return isToolResult(block) ? block.tool_use_id : undefined;
}

function firstRepeated(
  blocks: readonly PlacedBlock[],
  idOf: (placed: PlacedBlock) => string | undefined,
): PlacedBlock | undefined {
  const seen = new Set<string>();
  return blocks.find((placed) => {
    const id = idOf(placed);
    if (id === undefined) return false;
    if (seen.has(id)) return true;
    seen.add(id);
    return false;
  });
}
