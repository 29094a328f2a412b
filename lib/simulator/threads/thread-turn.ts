// What happens to the threads when a request that creates or continues one is answered, or is not?

import type { MessagesRequest } from "../api/messages-request";
import { isCompacting } from "../context/compaction-block";
import type { Message } from "../message/message";
import { threadFieldOf, withoutCacheControl } from "./effective-request";
import type { ThreadStore } from "./thread-store";

export type ThreadTurn = {
  /** Before the reply goes out: whoever has read its id may continue from it. */
  readonly store: (message: Message) => void;
  /** Whether the reply has gone out whole; where it has not, nothing of this turn is held. Only the first word counts. */
  readonly settle: (wentOutWhole: boolean) => void;
};

/**
 * The turn of an accepted request, or undefined where it has no thread. A refusal is not held, and what it answered can
 * be continued again.
 *
 * @param request the effective request
 */
export function openThreadTurn(
  store: ThreadStore,
  scope: string,
  request: MessagesRequest,
): ThreadTurn | undefined {
  const field = threadFieldOf(request);
  if (field === undefined) return undefined;
  const claim = field.type === "continue" ? store.claim(scope, field.previous_message_id) : undefined;
  let stored: string | undefined;
  let isSettled = false;
  return {
    store(message) {
      if (message.stop_reason === "refusal") {
        isSettled = true;
        claim?.release();
        return;
      }
      // An empty reply leaves nothing to hold, and an empty message would be refused in the next request.
      const said =
        message.content.length === 0 ? [] : [{ role: "assistant" as const, content: message.content }];
      // A summary that was asked for takes the place of all that it summarizes.
      const isSummarized = isCompacting(request) && said.length > 0;
      const messages = [...(isSummarized ? [] : withoutCacheControl(request.messages)), ...said];
      const thread = {
        model: request.model,
        messages,
        ...(request.system !== undefined && { system: request.system }),
        ...(request.tools !== undefined && { tools: request.tools }),
      };
      store.store(scope, message.id, thread, JSON.stringify(thread).length);
      stored = message.id;
    },
    settle(wentOutWhole) {
      if (isSettled) return;
      isSettled = true;
      if (wentOutWhole) claim?.done();
      else {
        if (stored !== undefined) store.claim(scope, stored).done();
        claim?.release();
      }
    },
  };
}
