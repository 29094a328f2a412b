// Are the edits of the context as the API takes them?

import { contextEdits, settingOf } from "../context/context-edit";
import type { RequestFacts } from "./request-facts";
import type { Rule } from "./rule";

const leastTrigger = 50_000;

/** The reference has no rows for these; both wordings were measured. */
export const contextRules: readonly Rule<RequestFacts>[] = [
  {
    number: null,
    precondition: "clearing of thinking that is not the first edit",
    status: 400,
    evidenced: true,
    violation: ({ request }) =>
      contextEdits(request).findIndex(({ type }) => type === "clear_thinking_20251015") > 0
        ? {
            path: "context_management",
            wording:
              "`clear_thinking_20251015` must be the first strategy in `context_management.edits` when provided",
          }
        : undefined,
  },
  {
    number: null,
    precondition: "a threshold for compaction below 50,000 tokens",
    status: 400,
    evidenced: true,
    violation: ({ request }) => {
      const index = contextEdits(request).findIndex(
        ({ type, trigger }) =>
          type === "compact_20260112" && (settingOf(trigger, "input_tokens") ?? leastTrigger) < leastTrigger,
      );
      return index === -1
        ? undefined
        : {
            path: `context_management.edits.${index}.compact_20260112`,
            wording: `trigger.value must be at least ${leastTrigger}`,
          };
    },
  },
];
