// What does a connection know of its transport besides the messages?
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import type { JSONRPCMessage } from "@modelcontextprotocol/sdk/types.js";
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { depthExceeds } from "../json-depth";

export type ObservedTransport = Transport & {
  /** Why it ended, as the end of a sentence that begins with the server's name; null while it stands. */
  readonly ending: () => string | null;
  /** Told what is odd but does not end the connection. */
  onnotice?: (text: string) => void;
};

/** Deeper values would overflow the stack of whatever works on them. */
const deepest = 300;

/**
 * What came as one message, made fit to be worked on: one that is nested too deep becomes an error for the request it
 * answers, so that it fails at once and nothing else does.
 *
 * @returns null where it is no message
 */
export function readMessage(value: unknown): JSONRPCMessage | null {
  if (!isJsonObject(value) || value.jsonrpc !== "2.0") return null;
  if (!depthExceeds(value, deepest)) return value as JSONRPCMessage;
  const { id } = value;
  const isAnswer = !("method" in value) && (typeof id === "number" || typeof id === "string");
  return isAnswer ? failedAnswer(id, `the answer is nested more than ${deepest} levels deep`) : null;
}

/** An answer in place of one that never came, or cannot be used. */
export function failedAnswer(id: string | number, message: string): JSONRPCMessage {
  return { jsonrpc: "2.0", id, error: { code: -32603, message } };
}

/** @returns the id of the request in a message, null where it is none */
export function requestIdOf(message: JsonObject): string | number | null {
  const { id, method } = message;
  return typeof method === "string" && (typeof id === "string" || typeof id === "number") ? id : null;
}
