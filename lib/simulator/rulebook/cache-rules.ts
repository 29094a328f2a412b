// Are the cache breakpoints of a request few enough, in order, and on something that can be cached?

import type { ContentBlock } from "../api/content-block";
import type { MessagesRequest } from "../api/messages-request";
import { isJsonObject, type JsonObject } from "../json/canonical-json";
import type { RequestFacts } from "./request-facts";
import type { Rule } from "./rule";

export const cacheRules: readonly Rule<RequestFacts>[] = [
  {
    number: 81,
    precondition: "more than four cache breakpoints",
    status: 400,
    evidenced: true,
    violation: ({ request }) => {
      const found = breakpointsOf(request).length;
      if (found <= 4) return undefined;
      return { wording: `A maximum of 4 blocks with cache_control may be provided. Found ${found}.` };
    },
  },
  {
    number: 84,
    precondition: "a cache breakpoint on an empty text block",
    status: 400,
    evidenced: true,
    violation: ({ request }) => {
      const empty = breakpointsOf(request).find(({ block }) => block.type === "text" && block.text === "");
      if (empty === undefined) return undefined;
      const path = empty.path.startsWith("system") ? empty.path : `${empty.path}.text`;
      return { path, wording: "cache_control cannot be set for empty text blocks" };
    },
  },
  {
    number: 83,
    precondition: "a breakpoint of one hour behind one of five minutes",
    status: 400,
    evidenced: true,
    violation: ({ request }) => {
      const all = breakpointsOf(request);
      const short = all.findIndex(({ ttl }) => ttl === "5m");
      const late = short === -1 ? undefined : all.slice(short).find(({ ttl }) => ttl === "1h");
      if (late === undefined) return undefined;
      const wording =
        "a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block. Note that blocks are processed in the following order: `tools`, `system`, `messages`.";
      return { path: `${late.path}.cache_control.ttl`, wording };
    },
  },
];

export type Breakpoint = { readonly path: string; readonly block: JsonObject; readonly ttl: "5m" | "1h" };

/**
 * The explicit breakpoints in the order tools, system, messages. They stand on tools, system blocks, message blocks and
 * the blocks inside a tool result, never inside an input.
 */
export function breakpointsOf({ tools = [], system, messages }: MessagesRequest): readonly Breakpoint[] {
  return [
    ...tools.flatMap((tool, index) => own(tool, `tools.${index}`)),
    ...(typeof system === "string" ? [] : (system ?? [])).flatMap((block, index) =>
      own(block, `system.${index}`),
    ),
    ...messages.flatMap(({ content }, message) =>
      typeof content === "string"
        ? []
        : content.flatMap((block, index) => inBlock(block, `messages.${message}.content.${index}`)),
    ),
  ];
}

function inBlock(block: ContentBlock, path: string): readonly Breakpoint[] {
  const parts: readonly unknown[] = Array.isArray(block.content) ? block.content : [];
  const inner = parts.flatMap((part, index) =>
    isJsonObject(part) ? own(part, `${path}.${block.type}.content.${index}`) : [],
  );
  return [...inner, ...own(block, path)];
}

function own(block: JsonObject, path: string): readonly Breakpoint[] {
  const ttl = ttlOf(block.cache_control);
  return ttl === undefined ? [] : [{ path, block, ttl }];
}

/** How long what ends at this marker is kept; undefined where there is none. */
export function ttlOf(cacheControl: unknown): "5m" | "1h" | undefined {
  if (!isJsonObject(cacheControl)) return undefined;
  return cacheControl.ttl === "1h" ? "1h" : "5m";
}
