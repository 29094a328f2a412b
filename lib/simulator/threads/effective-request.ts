// What does the model see of a request that continues a thread?

import type { MessagesRequest } from "../api/messages-request";
import { isJsonObject } from "../json/canonical-json";
import type { FindThread, HeldThread, StoredThread } from "./thread-store";

export type ThreadField =
  | { readonly type: "create" }
  | { readonly type: "continue"; readonly previous_message_id: string };

/** The `thread` field of a request whose shape has been checked. */
export function threadFieldOf({ thread }: MessagesRequest): ThreadField | undefined {
  if (!isJsonObject(thread)) return undefined;
  if (thread.type === "create") return { type: "create" };
  const id = thread.previous_message_id;
  return typeof id === "string" ? { type: "continue", previous_message_id: id } : undefined;
}

export function heldThread(request: MessagesRequest, find: FindThread): HeldThread | undefined {
  const field = threadFieldOf(request);
  return field?.type === "continue" ? find(field.previous_message_id) : undefined;
}

/**
 * The full history, with the system prompt and the tools the thread was created with. On a thread the server marks the
 * end of the conversation for the cache; the marks in messages that were answered are gone.
 */
export function effectiveRequest(request: MessagesRequest, held: HeldThread | undefined): MessagesRequest {
  if (threadFieldOf(request) === undefined) return request;
  const marked = { cache_control: { type: "ephemeral" }, ...request };
  return held?.state === "open" ? withHistory(marked, held.thread) : marked;
}

function withHistory(request: MessagesRequest, thread: StoredThread): MessagesRequest {
  return {
    ...request,
    messages: [...thread.messages, ...request.messages],
    ...(thread.system !== undefined && { system: thread.system }),
    ...(thread.tools !== undefined && { tools: thread.tools }),
  };
}

const marked = ["content", "source", "tool", "definition", "tool_references"];

/** A message or block without its `cache_control` and that of the blocks inside it; inputs are left as they are. */
export function withoutCacheControl<Value>(value: Value): Value {
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    // The same list with the same kinds of items, each without one optional field.
    return items.map(withoutCacheControl) as Value;
  }
  if (!isJsonObject(value)) return value;
  const { cache_control: _mark, ...rest } = value;
  const inner = marked.flatMap((key) =>
    Object.hasOwn(rest, key) ? [[key, withoutCacheControl(rest[key])]] : [],
  );
  // The same object without one optional field.
  return { ...rest, ...Object.fromEntries(inner) } as Value;
}
