// Has a person agreed to run exactly this command?
import { createHmac } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { isJsonObject } from "@/lib/protocol/json-object";
import { parsedJson } from "@/lib/protocol/parsed-json";
import type { StdioEntry } from "./server-entry";

export type Consents = {
  /** Changes with everything that decides what is run: name, command, arguments, working directory, environment. */
  readonly hashOf: (entry: StdioEntry) => string;
  /** @returns when somebody agreed (ISO), or null */
  readonly given: (hash: string) => string | null;
  readonly give: (entry: StdioEntry, at: Date) => void;
  readonly withdraw: (entry: StdioEntry) => void;
};

type Stored = Record<string, { readonly server: string; readonly at: string }>;

/**
 * @param path the file of consents (0600); a damaged one counts as none given
 * @param key of the installation: the hash covers values that may be secret, and must not let anybody guess at them
 */
export function createConsents(path: string, key: Uint8Array): Consents {
  const hashOf = ({ name, command, args, cwd, env }: StdioEntry) => {
    const sorted = Object.entries(env).sort(([one], [other]) => (one < other ? -1 : 1));
    const text = JSON.stringify([name, command, args, cwd, sorted]);
    return createHmac("sha256", key).update("mcp command").update(text).digest("hex");
  };
  const change = (edit: (stored: Stored) => Stored) => {
    const next = edit(readStored(path));
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(`${path}.new`, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  };
  return {
    hashOf,
    given: (hash) => readStored(path)[hash]?.at ?? null,
    give: (entry, at) =>
      change((stored) => ({ ...stored, [hashOf(entry)]: { server: entry.name, at: at.toISOString() } })),
    withdraw: (entry) => change(({ [hashOf(entry)]: _withdrawn, ...rest }) => rest),
  };
}

/** Read each time: what another process, or a person with an editor, took away is taken away. */
function readStored(path: string): Stored {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return {};
  }
  const value = parsedJson(text);
  if (!isJsonObject(value)) return {};
  const entries = Object.entries(value).flatMap(([hash, entry]) =>
    isJsonObject(entry) && typeof entry.at === "string" && typeof entry.server === "string"
      ? [[hash, { server: entry.server, at: entry.at }] as const]
      : [],
  );
  return Object.fromEntries(entries);
}
