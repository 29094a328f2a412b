// What can be asked of an MCP server that is connected?
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import {
  ErrorCode,
  LoggingMessageNotificationSchema,
  McpError,
  ToolListChangedNotificationSchema,
} from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import type { JsonObject } from "@/lib/protocol/json-object";
import type { McpTools } from "@/lib/protocol/mcp-server";
import { lostSession } from "./http-transport";
import { McpFailure } from "./mcp-failure";
import type { ObservedTransport } from "./observed-transport";
import { listTools } from "./tool-listing";

export type CallOptions = { readonly signal: AbortSignal; readonly log: (line: string) => void };

export type Connection = {
  /** What the server calls itself. */
  readonly title: string;
  /** Asked once, and again after the server said that its list has changed. */
  readonly tools: () => Promise<McpTools>;
  /** How many tools it listed, null before it did. */
  readonly toolCount: () => number | null;
  /** What is odd about it, newest last. */
  readonly notices: () => readonly string[];
  /** @throws McpFailure where the server answers with an error, or ends before it answered */
  readonly call: (tool: string, input: JsonObject, options: CallOptions) => Promise<JsonObject>;
  readonly close: () => Promise<void>;
};

const anything = z.looseObject({});
const pageMs = 20_000;
/** Calls are ended by their own signal: the longest that a timer takes, in milliseconds. */
const noLimitMs = 2 ** 31 - 1;
const mostNotices = 10;
/** Lines that a server's own log and progress may add to one call. */
const mostLines = 200;

/**
 * Connects and shakes hands. No capability of a client is offered: a server cannot ask us for anything.
 *
 * @param handshake how long it may take, in milliseconds, and what gives it up
 * @param ended called once, when the connection is over, with the reason
 * @throws McpFailure
 */
export async function connect(
  serverName: string,
  transport: ObservedTransport,
  handshake: { readonly timeout: number; readonly signal: AbortSignal },
  ended: (reason: string) => void,
): Promise<Connection> {
  const client = new Client({ name: "toolscope", version: "0.1.0" }, { capabilities: {} });
  const notices: string[] = [];
  const logs = new Set<(line: string) => void>();
  let listed: Promise<McpTools> | null = null;
  let count: number | null = null;

  const note = (text: string) => {
    for (const log of logs) log(text);
    if (notices.length < mostNotices && !notices.includes(text)) notices.push(text);
  };
  const failure = (error: unknown) => failureOf(serverName, transport, error, notices);
  const request = async (method: string, params: JsonObject, options: object) => {
    try {
      return await client.request({ method, params }, anything, options);
    } catch (error) {
      throw failure(error);
    }
  };

  transport.onnotice = note;
  client.setNotificationHandler(ToolListChangedNotificationSchema, () => {
    // Asked for again when somebody wants to see it: a storm of these costs nothing.
    listed = null;
  });
  client.setNotificationHandler(LoggingMessageNotificationSchema, ({ params }) => {
    const text = typeof params.data === "string" ? params.data : JSON.stringify(params.data);
    for (const log of logs) log(`${params.level}: ${text}`);
  });
  try {
    await client.connect(transport, handshake);
  } catch (error) {
    await transport.close().catch(() => undefined);
    throw failure(error);
  }
  client.onclose = () => ended(transport.ending() ?? "it ended the connection");

  const { name, version, title } = client.getServerVersion() ?? { name: serverName, version: "" };
  const page = (cursor: string | undefined) =>
    request("tools/list", cursor === undefined ? {} : { cursor }, { timeout: pageMs });
  const tools = () => {
    listed ??= listTools(serverName, page).then(
      (answer) => {
        count = answer.tools.length;
        return answer;
      },
      (error: unknown) => {
        listed = null;
        throw error;
      },
    );
    return listed;
  };

  return {
    title: `${title ?? name} ${version}`.trim().slice(0, 200),
    tools,
    toolCount: () => count,
    notices: () => notices,
    call: async (tool, input, { signal, log }) => {
      const bounded = boundedLog(log);
      logs.add(bounded);
      const onprogress = ({
        progress,
        total,
        message,
      }: {
        progress: number;
        total?: number;
        message?: string;
      }) =>
        bounded(
          `progress ${progress}${total === undefined ? "" : ` of ${total}`}${message ? `: ${message}` : ""}`,
        );
      try {
        const params = { name: tool, arguments: input };
        return await request("tools/call", params, { signal, timeout: noLimitMs, onprogress });
      } finally {
        logs.delete(bounded);
      }
    },
    close: () => transport.close(),
  };
}

function boundedLog(log: (line: string) => void): (line: string) => void {
  let lines = 0;
  return (line) => {
    lines += 1;
    if (lines < mostLines) log(line.slice(0, 2_000));
    else if (lines === mostLines) log("Further lines of the server were left out.");
  };
}

function failureOf(
  serverName: string,
  transport: ObservedTransport,
  error: unknown,
  notices: readonly string[],
): McpFailure {
  const ending = transport.ending();
  if (ending !== null)
    return new McpFailure(serverName, ending, ending === lostSession ? "lost-session" : "ended");
  if (error instanceof McpError) {
    const said = error.message.replace(/^MCP error -?\d+: /, "");
    if (error.code === ErrorCode.RequestTimeout) {
      const odd = notices.length > 0 ? `. ${notices[0]}` : "";
      return new McpFailure(serverName, `it did not answer in time${odd}`, "silent");
    }
    return new McpFailure(
      serverName,
      `it answered with the error ${error.code}: ${said.slice(0, 2_000)}`,
      "answered",
    );
  }
  const message = error instanceof Error ? error.message : String(error);
  return new McpFailure(serverName, message.slice(0, 2_000), "answered");
}
