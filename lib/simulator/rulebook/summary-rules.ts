// Do the summaries that a request sends back stand where they belong, and say what they said?

import type { MessagesRequest } from "../api/messages-request";
import { isSummary, onDemandBeta, signatureIn } from "../context/compaction-block";
import { contextEdits } from "../context/context-edit";
import { readSummarySignature, type SummaryReading } from "../context/summary-signature";
import { type PlacedBlock, placedBlocks, placeOfBlock, type RequestFacts } from "./request-facts";
import type { Rule, Violation } from "./rule";

/**
 * A signed summary was asked for, and stands first; an unsigned one was made at a threshold, and stands behind what it
 * summarizes, in a request that orders the same edit. Measured where a wording is evidenced without a number.
 */
export const summaryRules: readonly Rule<RequestFacts>[] = [
  {
    number: 89,
    precondition: "a signed summary without the beta of compaction on demand",
    status: 400,
    evidenced: true,
    violation: ({ betas, request }) => {
      const signed = betas.includes(onDemandBeta) ? undefined : signedSummaries(request)[0];
      return signed === undefined
        ? undefined
        : at(signed, `\`signature\` requires anthropic-beta: ${onDemandBeta}`);
    },
  },
  {
    number: null,
    precondition: "a summary made at a threshold without the edit that made it",
    status: 400,
    evidenced: true,
    violation: ({ betas, request }) => {
      const block =
        betas.includes(onDemandBeta) || ordersCompaction(request) ? undefined : summaries(request)[0];
      const wording =
        "`compaction` blocks require a `compact_20260112` strategy in `context_management.edits`.";
      return block === undefined ? undefined : at(block, wording);
    },
  },
  {
    number: null,
    precondition: "a signed summary together with an edit that compacts at a threshold",
    status: 400,
    evidenced: false,
    violation: ({ request }) => {
      const signed = ordersCompaction(request) ? signedSummaries(request)[0] : undefined;
      return signed === undefined
        ? undefined
        : at(signed, "a signed `compaction` block cannot be combined with a `compact_20260112` strategy");
    },
  },
  {
    number: 88,
    precondition: "two summaries in one request",
    status: 400,
    errorCode: "compaction_block_ambiguous",
    evidenced: false,
    violation: ({ request }) => {
      const second = ordersCompaction(request) ? undefined : summaries(request)[1];
      return second === undefined
        ? undefined
        : at(second, "only one `compaction` block may be sent. Keep the newest");
    },
  },
  {
    number: 88,
    precondition: "a summary that is not the first block of the conversation, or is in a system message",
    status: 400,
    errorCode: "compaction_block_misplaced",
    evidenced: false,
    violation: ({ request }) => {
      const misplaced = ordersCompaction(request)
        ? undefined
        : summaries(request).find(
            ({ message, index }) => message > 0 || index > 0 || request.messages[0]?.role === "system",
          );
      const wording = "a `compaction` block must be the first element of `messages`, replacing all before it";
      return misplaced === undefined ? undefined : at(misplaced, wording);
    },
  },
  {
    number: null,
    precondition: "a summary that was asked for without its signature",
    status: 400,
    evidenced: true,
    violation: ({ request }) => {
      const unsigned = ordersCompaction(request)
        ? undefined
        : summaries(request).find(({ block }) => signatureIn(block) === undefined);
      const wording =
        "a `compaction` block with `content` requires its `signature`: send the block exactly as it was returned";
      return unsigned === undefined ? undefined : at(unsigned, wording);
    },
  },
  unreadable("forged", "compaction_signature_invalid", "Invalid `signature` in `compaction` block", false),
  unreadable(
    "edited",
    "compaction_content_mismatch",
    "`compaction` block `content` does not match its `signature`",
    true,
  ),
  unreadable(
    "with-other-tools",
    "compaction_tool_changes_mismatch",
    "`compaction` block `tool_changes` does not match its `signature`",
    false,
  ),
];

function unreadable(
  is: SummaryReading["is"],
  errorCode: string,
  wording: string,
  evidenced: boolean,
): Rule<RequestFacts> {
  return {
    number: 88,
    precondition: `a summary whose signature is read as ${is}`,
    status: 400,
    errorCode,
    evidenced,
    violation: ({ request }) => {
      const found = signedSummaries(request).find(({ block }) => {
        const { content, tool_changes: changes } = block;
        return readSummarySignature(signatureIn(block) ?? "", String(content), changes).is === is;
      });
      return found === undefined ? undefined : at(found, wording);
    },
  };
}

function summaries({ messages }: MessagesRequest): readonly PlacedBlock[] {
  return placedBlocks(messages).filter(({ block }) => isSummary(block));
}

function signedSummaries(request: MessagesRequest): readonly PlacedBlock[] {
  return summaries(request).filter(({ block }) => signatureIn(block) !== undefined);
}

function ordersCompaction(request: MessagesRequest): boolean {
  return contextEdits(request).some(({ type }) => type === "compact_20260112");
}

function at(placed: PlacedBlock, wording: string): Violation {
  return { path: placeOfBlock(placed), wording };
}
