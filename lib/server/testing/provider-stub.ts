// Who answers a run in a test? A real HTTP server on loopback that says exactly what the test wrote down.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { JsonObject } from "@/lib/protocol/json-object";

export type ReceivedRequest = {
  /** Path and query. */
  readonly url: string;
  readonly rawHeaders: readonly string[];
  readonly headers: IncomingMessage["headers"];
  readonly body: JsonObject;
};
export type StubAnswer = (response: ServerResponse, request: ReceivedRequest) => void | Promise<void>;

export type ProviderStub = {
  readonly baseURL: string;
  readonly received: readonly ReceivedRequest[];
  /** Resolves when the first request has arrived whole. */
  readonly asked: Promise<void>;
  /** Resolves when a client closed its connection before the answer was complete. */
  readonly aborted: Promise<void>;
  /** How many connections there were, and how many are open. */
  readonly connections: () => { readonly ever: number; readonly open: number };
  readonly close: () => Promise<void>;
};

/** @param answers the answer to each request in turn; the last one answers all that follow */
export async function startProviderStub(answers: readonly StubAnswer[]): Promise<ProviderStub> {
  const received: ReceivedRequest[] = [];
  const sockets = new Set<Socket>();
  let noteAsked: () => void;
  const asked = new Promise<void>((resolve) => {
    noteAsked = resolve;
  });
  let noteAborted: () => void;
  const aborted = new Promise<void>((resolve) => {
    noteAborted = resolve;
  });
  const server = createServer({ maxHeaderSize: 65_536 }, async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const entry = {
      url: request.url ?? "",
      rawHeaders: request.rawHeaders,
      headers: request.headers,
      body: JSON.parse(Buffer.concat(parts).toString("utf8") || "{}"),
    };
    response.on("close", () => {
      if (!response.writableFinished) noteAborted();
    });
    received.push(entry);
    noteAsked();
    const answer = answers[Math.min(received.length, answers.length) - 1];
    await answer?.(response, entry);
  });
  let connections = 0;
  server.on("connection", (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseURL: `http://127.0.0.1:${port}`,
    received,
    asked,
    aborted,
    connections: () => ({ ever: connections, open: sockets.size }),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

export function jsonAnswer(status: number, body: unknown, headers: Record<string, string> = {}): StubAnswer {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };
}

export function errorAnswer(
  status: number,
  type: string,
  message: string,
  headers: Record<string, string> = {},
) {
  return jsonAnswer(status, { type: "error", error: { type, message }, request_id: "req_stub" }, headers);
}

/** Stream events as text, the way the Messages API writes them. */
export function sse(events: readonly JsonObject[]): string {
  return events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join("");
}

/** @param after what happens to the connection when the text is written; left out, the answer ends well */
export function streamAnswer(
  text: string,
  after: (response: ServerResponse) => void = (response) => response.end(),
): StubAnswer {
  return (response) => {
    response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
    response.write(text, () => after(response));
  };
}

/** The stream events of one message with these blocks. */
export function messageEvents(
  blocks: readonly JsonObject[],
  stopReason: string,
  fields: JsonObject = {},
): JsonObject[] {
  const message = {
    id: "msg_stub",
    type: "message",
    role: "assistant",
    model: "stub",
    content: [],
    stop_reason: null,
  };
  return [
    {
      type: "message_start",
      message: { ...message, usage: { input_tokens: 10, output_tokens: 1 }, ...fields },
    },
    ...blocks.flatMap((block, index) => blockEvents(block, index)),
    {
      type: "message_delta",
      delta: { stop_reason: stopReason, stop_sequence: null },
      usage: { output_tokens: 9 },
    },
    { type: "message_stop" },
  ];
}

function blockEvents(block: JsonObject, index: number): JsonObject[] {
  const start = (content: JsonObject) => ({ type: "content_block_start", index, content_block: content });
  const delta = (change: JsonObject) => ({ type: "content_block_delta", index, delta: change });
  const stop = { type: "content_block_stop", index };
  if (block.type === "text") {
    return [start({ ...block, text: "" }), delta({ type: "text_delta", text: block.text }), stop];
  }
  if (block.type === "tool_use") {
    const text = JSON.stringify(block.input);
    const half = Math.ceil(text.length / 2);
    const parts = ["", text.slice(0, half), text.slice(half)];
    return [
      start({ ...block, input: {} }),
      ...parts.map((part) => delta({ type: "input_json_delta", partial_json: part })),
      stop,
    ];
  }
  return [start(block), stop];
}

export function toolUse(id: string, name: string, input: JsonObject): JsonObject {
  return { type: "tool_use", id, name, input };
}
