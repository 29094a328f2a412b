// What does an edit of the context leave, and what does the answer say about it?

import type { MessagesRequest } from "../api/messages-request";

export type AppliedEdit =
  | {
      readonly type: "clear_tool_uses_20250919";
      readonly cleared_tool_uses: number;
      readonly cleared_input_tokens: number;
    }
  | {
      readonly type: "clear_thinking_20251015";
      readonly cleared_thinking_turns: number;
      readonly cleared_input_tokens: number;
    };

/** The request as it stands afterwards; `applied` is there where the edit has changed anything. */
export type EditOutcome = { readonly request: MessagesRequest; readonly applied?: AppliedEdit };
