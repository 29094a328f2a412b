// Which MCP servers are known, and which of them may be connected to?
import { join } from "node:path";
import { isJsonObject } from "@/lib/protocol/json-object";
import type { AddedMcpServer } from "@/lib/protocol/mcp-server";
import { ApiFailure } from "../door/api-failure";
import { FieldError } from "../door/field-error";
import type { Environment } from "../environment";
import { checkedTarget } from "../outbound/outbound-policy";
import { closestName } from "../tools/closest-name";
import { createAddedServers } from "./added-servers";
import { type Consents, createConsents } from "./command-consent";
import { McpFailure } from "./mcp-failure";
import { type McpFile, readMcpFile } from "./mcp-file";
import type { ServerEntry, StdioEntry, UnreadableEntry } from "./server-entry";

export type KnownEntry = ServerEntry | UnreadableEntry;

export type KnownServers = {
  readonly consents: Consents;
  readonly file: () => McpFile;
  /** Read each time. Those of the file win over those of the same name that were added. */
  readonly entries: () => KnownEntry[];
  /** @throws FieldError for an address that cannot be one, or a name that mcp.json has */
  readonly add: (server: AddedMcpServer) => void;
  /** @throws ApiFailure 404, or 409 for a server of the file */
  readonly remove: (name: string) => void;
  /** @throws ApiFailure 404 */
  readonly find: (name: string) => KnownEntry;
  /** A server that asks for consent. @throws ApiFailure 403 where no program may be run, 404, 400 for another kind */
  readonly findStdio: (name: string) => StdioEntry;
  /** Why it may not be connected to, whatever else; null where it may. */
  readonly refusalOf: (entry: ServerEntry) => string | null;
  /** @throws McpFailure where it may not be connected to, or nobody agreed to its command line */
  readonly checkAllowed: (entry: ServerEntry) => void;
  /** One that tools can be asked of. @throws McpFailure that names what there is instead */
  readonly usable: (name: string) => ServerEntry;
};

export const stdioRefusal =
  "Programs are run only where this server is bound to loopback, or the operator sets TOOLSCOPE_ALLOW_MCP_STDIO=1.";

/** @param environment read at each use */
export function createKnownServers(
  dataDir: string,
  key: Uint8Array,
  environment: () => Environment,
): KnownServers {
  const added = createAddedServers(join(dataDir, "mcp-servers.json"));
  const consents = createConsents(join(dataDir, "mcp-consents.json"), key);
  const file = () => readMcpFile(join(dataDir, "mcp.json"), process.cwd());
  const entries = (): KnownEntry[] => {
    const declared = file().entries;
    const names = new Set(declared.map(({ name }) => name));
    return [...declared, ...added.list().filter(({ name }) => !names.has(name))];
  };
  const find = (name: string): KnownEntry => {
    const entry = entries().find((each) => each.name === name);
    if (entry === undefined) throw new ApiFailure(404, "not_found", `There is no MCP server "${name}".`);
    return entry;
  };
  const refusalOf = (entry: ServerEntry): string | null => {
    if (entry.transport === "stdio") return environment().mcpStdio ? null : stdioRefusal;
    if (entry.lostHeaders.length === 0) return null;
    return `The value of ${entry.lostHeaders.join(", ")} is not kept on disk: add the server again with it.`;
  };

  return {
    consents,
    file,
    entries,
    find,
    refusalOf,
    add: (server) => {
      if (file().entries.some(({ name }) => name === server.name))
        throw new FieldError("name", "mcp.json has a server of this name: take another");
      try {
        checkedTarget(server.url);
      } catch (cause) {
        throw new FieldError("url", cause instanceof Error ? cause.message : String(cause));
      }
      added.put(server);
    },
    remove: (name) => {
      if (find(name).source === "file")
        throw new ApiFailure(409, "in_file", `"${name}" stands in mcp.json: take it out there.`);
      added.remove(name);
    },
    findStdio: (name) => {
      if (!environment().mcpStdio) throw new ApiFailure(403, "stdio_refused", stdioRefusal);
      const entry = find(name);
      if (entry.transport !== "stdio" || "problem" in entry)
        throw new ApiFailure(400, "invalid_request", "Only a server with a command asks for consent.");
      return entry;
    },
    checkAllowed: (entry) => {
      const refusal = refusalOf(entry);
      if (refusal !== null) throw new McpFailure(entry.name, `it is not connected to. ${refusal}`, "refused");
      if (entry.transport === "stdio" && consents.given(consents.hashOf(entry)) === null)
        throw new McpFailure(entry.name, consentNeeded, "refused");
    },
    usable: (name) => {
      const all = entries();
      const entry = all.find((each) => each.name === name);
      if (entry === undefined) throw new McpFailure(name, unknownText(name, all), "refused");
      if (!("problem" in entry)) return entry;
      throw new McpFailure(name, `mcp.json is wrong about it: ${entry.problem}`, "refused");
    },
  };
}

/** @throws ApiFailure 403 for a body that would have a program run: only a file on this machine may declare one */
export function refuseCommand(body: unknown): void {
  if (!isJsonObject(body) || !("command" in body || "args" in body)) return;
  const text =
    "A program is declared in mcp.json on the server's own disk, by a person with an editor. Here, give the `url` of a server.";
  throw new ApiFailure(403, "stdio_by_file", text, "command");
}

const consentNeeded = "nobody has agreed to its command line yet. Look at it in the MCP panel";

function unknownText(name: string, all: readonly { readonly name: string }[]): string {
  const names = all.map((entry) => entry.name);
  if (names.length === 0)
    return "there is no such server. Add one in the MCP panel, or declare it in mcp.json";
  const closest = closestName(name, names);
  const hint = closest === null ? "" : ` Did you mean ${closest}?`;
  return `there is no such server.${hint} There are: ${names.slice(0, 20).join(", ")}`;
}
