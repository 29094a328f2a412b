// Which servers does mcp.json declare?
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { firstIssue } from "@/lib/protocol/api-error";
import { headerEntrySchema } from "@/lib/protocol/header-entry";
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { isSensitiveHeader } from "../recording/sensitive-headers";
import type { ServerEntry, UnreadableEntry } from "./server-entry";

export type McpFile = {
  readonly path: string;
  readonly exists: boolean;
  /** Why the file as a whole cannot be read. */
  readonly problem: string | null;
  readonly entries: readonly (ServerEntry | UnreadableEntry)[];
};

const mostServers = 100;
const mostBytes = 1_000_000;
const longestName = 100;

const scalarText = z.union([z.string(), z.number(), z.boolean()]).transform(String);
/** Other programs keep fields of their own in it: they are passed over. */
const entrySchema = z.looseObject({
  type: z.string().optional(),
  command: z.string().min(1, "the command is empty").optional(),
  args: z.array(scalarText).default([]),
  env: z.record(z.string(), scalarText).default({}),
  cwd: z.string().optional(),
  url: z.string().min(1, "the address is empty").optional(),
  headers: z.record(z.string(), z.string()).default({}),
  disabled: z.boolean().default(false),
});

/**
 * Reads `mcpServers`, as most programs write it, or `servers`, as VS Code does. Nothing is filled in: what stands there is
 * what is run and sent.
 *
 * @param path where the file would be; none is no problem
 * @param cwd what a relative working directory counts from, and what stands in for one that is left out
 */
export function readMcpFile(path: string, cwd: string): McpFile {
  const text = textOf(path);
  if (text === null) return { path, exists: false, problem: null, entries: [] };
  const unreadable = (problem: string): McpFile => ({ path, exists: true, problem, entries: [] });
  if (typeof text === "object") return unreadable(text.problem);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return unreadable(`It is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const servers = isJsonObject(content) ? (content.mcpServers ?? content.servers) : undefined;
  if (!isJsonObject(servers))
    return unreadable('It has no servers: write {"mcpServers": {"name": {"command": "…", "args": []}}}.');
  const named = Object.entries(servers);
  const entries = named.slice(0, mostServers).flatMap(([name, entry]) => entryOf(name, entry, cwd));
  const problem =
    named.length > mostServers
      ? `It declares ${named.length} servers: the first ${mostServers} are taken.`
      : null;
  return { path, exists: true, problem, entries };
}

function textOf(path: string): string | { problem: string } | null {
  try {
    const { size } = statSync(path);
    if (size > mostBytes)
      return { problem: `It has ${size.toLocaleString("en-US")} bytes: that is no list of servers.` };
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    return { problem: `It cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function entryOf(name: string, given: unknown, cwd: string): (ServerEntry | UnreadableEntry)[] {
  const isStdio = isJsonObject(given) && given.command !== undefined;
  const unreadable = (problem: string): UnreadableEntry[] => [
    { transport: isStdio ? "stdio" : "http", name: name.slice(0, longestName), source: "file", problem },
  ];
  if (name === "" || name.length > longestName || /\p{Cc}/u.test(name))
    return unreadable(`A name has 1 to ${longestName} characters, none of them a control character.`);
  const parsed = entrySchema.safeParse(given);
  if (!parsed.success) return unreadable(firstIssue(parsed.error).message);
  const { type, command, args, env, url, headers, disabled } = parsed.data;
  if (disabled) return [];
  if (type === "sse")
    return unreadable("The old SSE transport is not spoken here: give the server's streamable HTTP address.");
  if (command !== undefined && url !== undefined)
    return unreadable("It has a command and a url: a server is run, or reached at an address.");
  if (command !== undefined) {
    const dir = resolve(/* turbopackIgnore: true */ cwd, parsed.data.cwd ?? ".");
    return [{ transport: "stdio", name, source: "file", command, args, env, cwd: dir }];
  }
  if (url === undefined) return unreadable("It has neither a command nor a url.");
  return httpEntryOf(name, url, headers) ?? unreadable("A header cannot be sent as it is written.");
}

function httpEntryOf(name: string, url: string, headers: JsonObject): ServerEntry[] | null {
  const entries = Object.entries(headers).map(([header, value]) => ({
    name: header,
    value: String(value),
    secret: isSensitiveHeader(header),
  }));
  if (entries.some((entry) => !headerEntrySchema.safeParse(entry).success)) return null;
  return [{ transport: "http", name, source: "file", url, headers: entries, lostHeaders: [] }];
}
