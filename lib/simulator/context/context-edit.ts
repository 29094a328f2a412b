// Which edits of its context does a request order?

import type { MessagesRequest } from "../api/messages-request";
import { isJsonObject, type JsonObject } from "../json/canonical-json";

export type ContextEdit = JsonObject & { readonly type: string };

/** The edits in the order in which they are given. */
export function contextEdits({ context_management: management }: MessagesRequest): readonly ContextEdit[] {
  const edits: unknown = isJsonObject(management) ? management.edits : undefined;
  return Array.isArray(edits) ? edits.filter(isContextEdit) : [];
}

/** The one edit of that type, if it is among them. */
export function contextEdit(request: MessagesRequest, type: string): ContextEdit | undefined {
  return contextEdits(request).find((edit) => edit.type === type);
}

function isContextEdit(value: unknown): value is ContextEdit {
  return isJsonObject(value) && typeof value.type === "string";
}

/** The `value` of a trigger, a `keep` or the like, where it is of that type. */
export function settingOf(setting: unknown, type: string): number | undefined {
  return isJsonObject(setting) && setting.type === type && typeof setting.value === "number"
    ? setting.value
    : undefined;
}
