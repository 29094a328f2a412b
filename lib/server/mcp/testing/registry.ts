// Which MCP servers does a test have, and how are they forgotten afterwards?
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { readEnvironment } from "../../environment";
import { createMcpRegistry, type McpRegistry } from "../mcp-registry";

export const oddServer = fileURLToPath(new URL("odd-server.mjs", import.meta.url));
export const everythingServer = fileURLToPath(
  new URL("../../../../node_modules/@modelcontextprotocol/server-everything/dist/index.js", import.meta.url),
);

export type TestRegistry = McpRegistry & {
  readonly dataDir: string;
  readonly writeFile: (content: unknown) => void;
  /** Agrees to a server's command line, as a person would who looked at it. */
  readonly agree: (name: string) => void;
  /** The same data folder seen by a process that has just started. */
  readonly again: () => McpRegistry;
  readonly dispose: () => Promise<void>;
};

/** @param servers the `mcpServers` of mcp.json: odd servers by what they do wrong, or whole entries */
export function testRegistry(
  servers: Readonly<Record<string, string | object>> = {},
  variables: Readonly<Record<string, string>> = {},
): TestRegistry {
  const dataDir = mkdtempSync(join(tmpdir(), "toolscope-mcp-"));
  const create = () => createMcpRegistry(dataDir, Buffer.from("test key"), () => readEnvironment(variables));
  const registry = create();
  const writeFile = (content: unknown) => writeFileSync(join(dataDir, "mcp.json"), JSON.stringify(content));
  const entries = Object.entries(servers).map(([name, server]) => [
    name,
    typeof server === "string" ? { command: process.execPath, args: [oddServer, server] } : server,
  ]);
  if (entries.length > 0) writeFile({ mcpServers: Object.fromEntries(entries) });
  return {
    ...registry,
    dataDir,
    writeFile,
    agree: (name) => registry.consent(name, registry.get(name).command?.hash ?? ""),
    again: create,
    dispose: async () => {
      await registry.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** What a call is given in a test: five seconds, and a log to look at. */
export function callOptions(ms = 5_000) {
  const lines: string[] = [];
  return { signal: AbortSignal.timeout(ms), log: (line: string) => void lines.push(line), lines };
}

/** Waits for a condition, five seconds at most unless told otherwise. */
export async function until(condition: () => boolean, ms = 5_000): Promise<void> {
  const deadline = performance.now() + ms;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error("it did not come to that in time");
    await wait(20);
  }
}

/** The text of an answer's first block. */
export const textOf = (answer: { content?: unknown }) =>
  (answer.content as { text: string }[])[0]?.text ?? "";
