// Which containers are there, and which of them have been given up?

import { isJsonObject, type JsonObject } from "../json/canonical-json";
import { readContainerId } from "./container-id";

export type ContainerState = "live" | "expired" | "unknown";
export type FindContainer = (id: string) => ContainerState;

/** The moment at which every request is answered, as far as replies say: the same request has the same answer. */
export const answeredAt = "2026-11-21T12:00:00Z";
/** When the container of a reply goes, if nothing uses it: a container rolls on with every use. */
export const expiresAt = "2026-11-21T12:05:00Z";

/** An idle container is set aside, and can be brought back for so long. */
const restorableMs = 30 * 24 * 60 * 60_000;

type Entry = { readonly expiresAt: string; readonly usedAt: number };

/**
 * Remembers what replies carried, bounded in number, the least recently used first. An id that the simulator made is
 * recognised without that, so that a restart forgets no container; one that a script made up is only known from here.
 */
export function createContainerShelf({ maxContainers = 10_000, now = Date.now } = {}) {
  const entries = new Map<string, Entry>();
  const keep = (key: string, entry: Entry) => {
    entries.delete(key);
    entries.set(key, entry);
    if (entries.size > maxContainers) entries.delete(entries.keys().next().value ?? "");
  };
  return {
    /** Asked for an accepted request's container, so that asking is using. */
    find(scope: string, id: string): ContainerState {
      const key = `${scope} ${id}`;
      const entry = entries.get(key);
      if (entry === undefined) {
        const reading = readContainerId(id, scope);
        return reading === "issued" ? "live" : reading === "foreign" ? "expired" : "unknown";
      }
      if (entry.expiresAt <= answeredAt || now() - entry.usedAt > restorableMs) return "expired";
      keep(key, { ...entry, usedAt: now() });
      return "live";
    },

    /** A reply carries this container. */
    store(scope: string, container: unknown): void {
      if (!isJsonObject(container) || typeof container.id !== "string") return;
      keep(`${scope} ${container.id}`, { expiresAt: momentOf(container), usedAt: now() });
    },
  };
}

export type ContainerShelf = ReturnType<typeof createContainerShelf>;

function momentOf({ expires_at: moment }: JsonObject): string {
  return typeof moment === "string" ? moment : expiresAt;
}
