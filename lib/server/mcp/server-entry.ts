// How is an MCP server reached?
import type { HeaderEntry } from "@/lib/protocol/header-entry";

/** A program on this machine. It stands in mcp.json; nothing else can bring one. */
export type StdioEntry = {
  readonly transport: "stdio";
  readonly name: string;
  readonly source: "file";
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Absolute. */
  readonly cwd: string;
};

export type HttpEntry = {
  readonly transport: "http";
  readonly name: string;
  readonly source: "file" | "added";
  readonly url: string;
  readonly headers: readonly HeaderEntry[];
  /** Names of headers whose values are not at hand: a restart forgets secrets. */
  readonly lostHeaders: readonly string[];
};

export type ServerEntry = StdioEntry | HttpEntry;

/** One that stands in mcp.json and cannot be understood. */
export type UnreadableEntry = {
  readonly transport: "stdio" | "http";
  readonly name: string;
  readonly source: "file";
  readonly problem: string;
};
