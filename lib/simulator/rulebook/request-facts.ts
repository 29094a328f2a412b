// What do the rules about a well-shaped request look at?

import type { CatalogueModel } from "../api/catalogue-model";
import type { ContentBlock } from "../api/content-block";
import { blocksOf, type MessagesRequest, type RequestMessage } from "../api/messages-request";
import type { ApiVersion } from "./header-rules";

export type Endpoint = "create" | "count-tokens";

export type RequestFacts = {
  readonly endpoint: Endpoint;
  readonly version: ApiVersion;
  readonly betas: readonly string[];
  readonly model: CatalogueModel;
  readonly request: MessagesRequest;
  /** The profile of a user that is to be billed or spoken for. */
  readonly userProfile?: string;
};

export type PlacedBlock = { readonly block: ContentBlock; readonly message: number; readonly index: number };

const known = new WeakMap<readonly RequestMessage[], readonly PlacedBlock[]>();

/** Every block of the conversation with its indexes; listed once, for a dozen rules ask. */
export function placedBlocks(messages: readonly RequestMessage[]): readonly PlacedBlock[] {
  const before = known.get(messages);
  if (before !== undefined) return before;
  const placed = messages.flatMap((entry, message) =>
    blocksOf(entry).map((block, index) => ({ block, message, index })),
  );
  known.set(messages, placed);
  return placed;
}

export type RoleGroup = { readonly role: "user" | "assistant"; readonly blocks: readonly PlacedBlock[] };

/** Consecutive messages of one role count as one, as the API joins them; system messages stand outside. */
export function roleGroups(messages: readonly RequestMessage[]): readonly RoleGroup[] {
  const groups: { role: "user" | "assistant"; blocks: PlacedBlock[] }[] = [];
  messages.forEach((entry, message) => {
    if (entry.role === "system") return;
    const blocks = blocksOf(entry).map((block, index) => ({ block, message, index }));
    const last = groups.at(-1);
    if (last?.role === entry.role) last.blocks.push(...blocks);
    else groups.push({ role: entry.role, blocks });
  });
  return groups;
}

export function placeOfBlock({ message, index }: PlacedBlock): string {
  return `messages.${message}.content.${index}`;
}
