// An MCP server over HTTP, written by hand so that it can answer a call in any way.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { JsonObject } from "@/lib/protocol/json-object";

type Answer = (response: ServerResponse, message: JsonObject, request: IncomingMessage) => void;

/** @param call answers `tools/call`; everything else is answered well, but for the stream of GET, which there is none of */
export async function startRawServer(call: Answer, initialize: Answer = welcome) {
  const received: { method: string; headers: IncomingMessage["headers"]; body: JsonObject }[] = [];
  const closedEarly: string[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const message: JsonObject = JSON.parse(Buffer.concat(parts).toString() || "{}");
    const method = String(message.method ?? request.method);
    received.push({ method, headers: request.headers, body: message });
    response.on("close", () => {
      if (!response.writableFinished) closedEarly.push(method);
    });
    if (request.method !== "POST") response.writeHead(405).end();
    else if (method === "initialize") initialize(response, message, request);
    else if (method === "tools/call") call(response, message, request);
    else response.writeHead(202).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    received,
    closedEarly,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type RawServer = Awaited<ReturnType<typeof startRawServer>>;

export function json(response: ServerResponse, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(200, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

export function welcome(response: ServerResponse, { id, params }: JsonObject): void {
  const { protocolVersion } = params as JsonObject;
  const result = {
    protocolVersion,
    capabilities: { tools: {} },
    serverInfo: { name: "raw", version: "1" },
  };
  json(response, { jsonrpc: "2.0", id, result });
}

/** Begins an event stream and leaves it open. */
export function stream(response: ServerResponse, text: string): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(text);
}

export function textResult(id: unknown, text: string) {
  return { jsonrpc: "2.0", id, result: { content: [{ type: "text", text }] } };
}
