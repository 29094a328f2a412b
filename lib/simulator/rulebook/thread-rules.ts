// Does the request ask for a message thread?

import type { MessagesRequest } from "../api/messages-request";
import type { Rule } from "./rule";

/**
 * Threads are not served. The error code, not the wording, is what makes an SDK send the same turn again at once with
 * its full history: a plain 400 would end its loop.
 */
export const threadRules: readonly Rule<MessagesRequest>[] = [
  {
    number: 91,
    precondition: "a thread field",
    status: 400,
    errorCode: "thread_unsupported_request",
    evidenced: false,
    violation: ({ thread }) =>
      thread === undefined || thread === null
        ? undefined
        : {
            path: "thread",
            wording: "message threads are not available here. Send the full history without `thread`.",
          },
  },
];
