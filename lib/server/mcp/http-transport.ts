// How do messages go to an MCP server at an address and back, whatever it answers?
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { JSONRPCMessage } from "@modelcontextprotocol/sdk/types.js";
import { isJsonObject } from "@/lib/protocol/json-object";
import { type OutboundPolicy, originsIn } from "../outbound/outbound-policy";
import { createByteBudget } from "./byte-budget";
import { guardedStreamFetch } from "./guarded-stream-fetch";
import { httpProblem, statusOf } from "./http-problem";
import { failedAnswer, type ObservedTransport, readMessage, requestIdOf } from "./observed-transport";
import type { HttpEntry } from "./server-entry";

/** How long after its stream an answer may still be on its way through the reader, in milliseconds. */
const settleMs = 100;
const goodbyeMs = 1_000;

/** Why a request was not taken up: it can be sent again over a new connection. */
export const lostSession = "it no longer knows this session";

/**
 * The SDK's streamable HTTP, behind the outbound guard. What the SDK leaves waiting is answered here: a request whose stream
 * ended without an answer fails, and a cancelled one lets go of its connection.
 */
export function httpTransport(entry: HttpEntry, network: Omit<OutboundPolicy, "typed">): ObservedTransport {
  /** Requests without an answer yet, and how to let go of each. */
  const open = new Map<string | number, { letGo: () => void; streamEnded: boolean }>();
  let ending: string | null = null;
  let closed = false;

  const closeWith = (reason: string) => {
    ending ??= reason;
    if (closed) return;
    closed = true;
    void inner.close().catch(() => undefined);
    web.close();
    transport.onclose?.();
  };
  const fail = (id: string | number, reason: string) => {
    if (open.delete(id)) transport.onmessage?.(failedAnswer(id, reason));
  };
  const web = guardedStreamFetch({
    policy: { ...network, typed: originsIn(entry.url) },
    budget: createByteBudget(),
    onFlood: closeWith,
    onOpen: (id, letGo) => {
      const request = open.get(id);
      if (request !== undefined) request.letGo = letGo;
    },
    onStreamEnd: (id, resumable) => {
      const request = open.get(id);
      if (request === undefined) return;
      request.streamEnded = true;
      if (!resumable) setTimeout(() => fail(id, "it ended the connection without an answer"), settleMs);
    },
  });
  const inner = new StreamableHTTPClientTransport(new URL(entry.url), {
    fetch: web.fetch,
    requestInit: { headers: entry.headers.map(({ name, value }): [string, string] => [name, value]) },
  });
  inner.onmessage = (given: JSONRPCMessage) => {
    const message = readMessage(given);
    if (message === null) return;
    if ("id" in message && message.id !== undefined && !("method" in message) && !open.delete(message.id))
      return;
    transport.onmessage?.(message);
  };
  inner.onerror = (error) => {
    if (closed) return;
    if (/Maximum reconnection attempts/.test(error.message)) {
      for (const [id, { streamEnded }] of open)
        if (streamEnded) fail(id, "it broke off and did not come back");
    } else if (error instanceof SyntaxError || error.name === "ZodError") {
      transport.onnotice?.("It sent what is no MCP message.");
    }
  };

  const send: ObservedTransport["send"] = async (message) => {
    const cancelled = cancelledRequest(message);
    if (cancelled !== null) {
      open.get(cancelled)?.letGo();
      open.delete(cancelled);
    }
    const id = isJsonObject(message) ? requestIdOf(message) : null;
    if (id !== null) open.set(id, { letGo: () => undefined, streamEnded: false });
    try {
      await inner.send(message);
    } catch (error) {
      // Nobody waits for the answer: that nothing came of it says nothing of the server.
      if (cancelled !== null || (id !== null && !open.delete(id))) return;
      const isLost = inner.sessionId !== undefined && speaksOfSession(error);
      const reason = ending ?? (isLost ? lostSession : httpProblem(error));
      // A status is an answer: the server is there. Without one, or without our session, it has to be met anew.
      if (isLost || statusOf(error) === null) closeWith(reason);
      throw new Error(reason);
    }
  };

  const close = async () => {
    if (!closed) {
      const bye = inner.terminateSession().catch(() => undefined);
      await Promise.race([bye, new Promise((resolve) => setTimeout(resolve, goodbyeMs).unref())]);
    }
    closeWith("the connection was closed");
  };

  const transport: ObservedTransport = {
    start: () => inner.start(),
    send,
    close,
    ending: () => ending,
    setProtocolVersion: (version) => inner.setProtocolVersion(version),
  };
  return transport;
}

/** 404 by the specification; some servers answer 400 and say so. */
function speaksOfSession(error: unknown): boolean {
  const status = statusOf(error);
  return status === 404 || (status === 400 && error instanceof Error && /session/i.test(error.message));
}

function cancelledRequest(message: JSONRPCMessage): string | number | null {
  if (!("method" in message) || message.method !== "notifications/cancelled") return null;
  const id = message.params?.requestId;
  return typeof id === "number" || typeof id === "string" ? id : null;
}
