// Which servers were added in the browser, and what of them is kept?
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { type AddedMcpServer, addedMcpServerSchema } from "@/lib/protocol/mcp-server";
import { parsedJson } from "@/lib/protocol/parsed-json";
import { isSensitiveHeader } from "../recording/sensitive-headers";
import type { HttpEntry } from "./server-entry";

export type AddedServers = {
  readonly list: () => HttpEntry[];
  /** Adds one, or takes the place of the one of that name. */
  readonly put: (server: AddedMcpServer) => void;
  /** @returns false where there was none of that name */
  readonly remove: (name: string) => boolean;
};

const storedSchema = z.array(
  addedMcpServerSchema.extend({ lostHeaders: z.array(z.string()).default([]) }).strip(),
);

/**
 * Kept in a file (0600) but for the values of secret headers, which stay in this process's memory.
 *
 * @param path the file; a damaged one counts as empty
 */
export function createAddedServers(path: string): AddedServers {
  let entries: HttpEntry[] = readEntries(path);
  const keep = (next: HttpEntry[]) => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(`${path}.new`, `${JSON.stringify(next.map(storable), null, 2)}\n`, { mode: 0o600 });
    renameSync(`${path}.new`, path);
    entries = next;
  };
  return {
    list: () => entries,
    put: ({ name, url, headers }) => {
      const entry: HttpEntry = { transport: "http", source: "added", name, url, headers, lostHeaders: [] };
      keep([...entries.filter((each) => each.name !== name), entry]);
    },
    remove: (name) => {
      const rest = entries.filter((each) => each.name !== name);
      if (rest.length === entries.length) return false;
      keep(rest);
      return true;
    },
  };
}

function storable({ name, url, headers, lostHeaders }: HttpEntry) {
  const isSecret = (header: HttpEntry["headers"][number]) =>
    header.secret === true || isSensitiveHeader(header.name);
  const lost = [...lostHeaders, ...headers.filter(isSecret).map((header) => header.name)];
  return { name, url, headers: headers.filter((header) => !isSecret(header)), lostHeaders: lost };
}

function readEntries(path: string): HttpEntry[] {
  try {
    const stored = storedSchema.safeParse(parsedJson(readFileSync(path, "utf8")));
    return stored.success
      ? stored.data.map((server): HttpEntry => ({ transport: "http", source: "added", ...server }))
      : [];
  } catch {
    return [];
  }
}
