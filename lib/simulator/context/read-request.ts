// What does the model read of an accepted request?

import type { CatalogueModel } from "../api/catalogue-model";
import { blocksOf, type MessagesRequest, type RequestMessage } from "../api/messages-request";
import { type InputTransformation, withoutMismatched } from "../thinking/returned-thinking";
import { clearThinking } from "./clear-thinking";
import { clearToolUses } from "./clear-tool-uses";
import { isSummary } from "./compaction-block";
import { contextEdits } from "./context-edit";
import type { AppliedEdit, EditOutcome } from "./edit-outcome";

export type ReadRequest = {
  readonly request: MessagesRequest;
  /** Before the edits that the request orders. */
  readonly unedited: MessagesRequest;
  /** Thinking that was dropped. */
  readonly transformations: readonly InputTransformation[];
  readonly appliedEdits: readonly AppliedEdit[];
};

const known = new WeakMap<MessagesRequest, ReadRequest>();

/**
 * Thinking behind another conversation is dropped where the request says so, what a summary stands for is gone, and the
 * edits are made in their order. The request itself is what the rules look at. Worked out once: the limits ask too.
 */
export function readRequest(request: MessagesRequest, model: CatalogueModel): ReadRequest {
  const before = known.get(request);
  if (before !== undefined) return before;
  const read = edited(request, model);
  known.set(request, read);
  return read;
}

function edited(request: MessagesRequest, model: CatalogueModel): ReadRequest {
  const { request: unbroken, transformations } = withoutMismatched(request, model);
  const unedited = fromLastSummary(unbroken);
  const appliedEdits: AppliedEdit[] = [];
  let current = unedited;
  for (const edit of contextEdits(request)) {
    const outcome: EditOutcome =
      edit.type === "clear_tool_uses_20250919"
        ? clearToolUses(current, edit)
        : edit.type === "clear_thinking_20251015"
          ? clearThinking(current, edit, model)
          : { request: current };
    current = outcome.request;
    if (outcome.applied !== undefined) appliedEdits.push(outcome.applied);
  }
  return { request: current, unedited, transformations, appliedEdits };
}

/** Everything ahead of the last summary is dropped, and blocks of summaries that failed are. */
function fromLastSummary(request: MessagesRequest): MessagesRequest {
  const { messages } = request;
  if (!messages.some((message) => blocksOf(message).some(({ type }) => type === "compaction")))
    return request;
  const at = messages.findLastIndex((message) => blocksOf(message).some(isSummary));
  const kept = messages.slice(Math.max(0, at)).flatMap((message, index): readonly RequestMessage[] => {
    const blocks = blocksOf(message);
    const start = index === 0 && at >= 0 ? blocks.findLastIndex(isSummary) : 0;
    const content = blocks.slice(start).filter((block) => block.type !== "compaction" || isSummary(block));
    return content.length === 0 ? [] : [{ ...message, content }];
  });
  return { ...request, messages: kept };
}
