// Which conversations does the server hold between requests, and which of them may still be continued?

import type { ContentBlock } from "../api/content-block";
import type { RequestMessage, ToolDefinition } from "../api/messages-request";

/** A conversation up to and including the reply whose id names it. */
export type StoredThread = {
  readonly model: string;
  readonly messages: readonly RequestMessage[];
  readonly system?: string | readonly ContentBlock[];
  readonly tools?: readonly ToolDefinition[];
};

export type HeldThread =
  | { readonly state: "open"; readonly thread: StoredThread }
  | { readonly state: "in-flight" | "continued" };

export type FindThread = (messageId: string) => HeldThread | undefined;

/** The one continuation of a reply: settled once, either way. */
export type ThreadClaim = {
  /** The continuation was answered: the reply cannot be continued again. */
  readonly done: () => void;
  /** The continuation failed: the reply can be continued again. */
  readonly release: () => void;
};

export type ThreadLimits = {
  readonly maxThreads?: number;
  readonly maxAgeMs?: number;
  /** Characters of all held conversations together. */
  readonly maxSize?: number;
  readonly now?: () => number;
};

/**
 * Equal requests get equal ids, so one id may name several replies that were given: `open` counts those that have not
 * been continued, and each of them can be continued once.
 */
type Entry = { thread?: StoredThread; open: number; inFlight: number; size: number; at: number };

/** In memory, bounded in number, age and size; the oldest goes first. A scope keeps the threads of one path apart. */
export function createThreadStore({
  maxThreads = 1_000,
  maxAgeMs = 24 * 60 * 60_000,
  maxSize = 128 * 1024 * 1024,
  now = Date.now,
}: ThreadLimits = {}) {
  const entries = new Map<string, Entry>();
  let size = 0;

  function forget(key: string): void {
    size -= entries.get(key)?.size ?? 0;
    entries.delete(key);
  }

  function dropOldest(): void {
    for (const [key, { at }] of entries) {
      const isTooMuch = entries.size > maxThreads || size > maxSize;
      if (!isTooMuch && now() - at < maxAgeMs) return;
      forget(key);
    }
  }

  /** A conversation that cannot be continued any more is only remembered as such. */
  function dropConversation(entry: Entry): void {
    if (entry.open + entry.inFlight > 0) return;
    size -= entry.size;
    entry.size = 0;
    delete entry.thread;
  }

  return {
    find(scope: string, messageId: string): HeldThread | undefined {
      dropOldest();
      const entry = entries.get(`${scope} ${messageId}`);
      if (entry === undefined) return undefined;
      if (entry.open > 0 && entry.thread !== undefined) return { state: "open", thread: entry.thread };
      return { state: entry.inFlight > 0 ? "in-flight" : "continued" };
    },

    /** @param length about how many characters the conversation has */
    store(scope: string, messageId: string, thread: StoredThread, length: number): void {
      const key = `${scope} ${messageId}`;
      const known = entries.get(key);
      forget(key);
      entries.set(key, {
        thread,
        open: (known?.open ?? 0) + 1,
        inFlight: known?.inFlight ?? 0,
        size: length,
        at: now(),
      });
      size += length;
      dropOldest();
    },

    /** Takes the one continuation of a reply that `find` has just shown to be open. */
    claim(scope: string, messageId: string): ThreadClaim {
      const entry = entries.get(`${scope} ${messageId}`);
      if (entry === undefined) return { done: () => undefined, release: () => undefined };
      entry.open -= 1;
      entry.inFlight += 1;
      let isSettled = false;
      const settle = (opened: number) => () => {
        if (isSettled) return;
        isSettled = true;
        entry.inFlight -= 1;
        entry.open += opened;
        dropConversation(entry);
      };
      return { done: settle(0), release: settle(1) };
    },

    get count(): number {
      return entries.size;
    },
  };
}

export type ThreadStore = ReturnType<typeof createThreadStore>;
