// How do tests put a request to the simulator and read what it says?

import { z } from "zod";
import type { Simulator, SimulatorResponse } from "../simulator";

export type Asked = {
  readonly method?: string;
  readonly path?: string;
  readonly query?: string;
  readonly headers?: readonly (readonly [string, string])[];
  /** A string is sent as it is; anything else as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
};

export const usualHeaders: readonly (readonly [string, string])[] = [
  ["anthropic-version", "2026-10-21"],
  ["authorization", "Bearer sk-test"],
  ["content-type", "application/json"],
];

/** A body that every rule accepts, with some fields replaced; `undefined` takes a field out. */
export function bodyWith(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    model: "claude-opus-5",
    max_tokens: 2_000,
    messages: [{ role: "user", content: "What is the weather in Paris?" }],
    ...fields,
  };
}

export function ask(simulator: Simulator, asked: Asked): Promise<SimulatorResponse> {
  const {
    method = "POST",
    path = "/v1/messages",
    query = "",
    headers = usualHeaders,
    body = bodyWith(),
    signal,
  } = asked;
  return simulator.handle({
    method,
    path,
    query,
    headers,
    body: method === "GET" ? "" : typeof body === "string" ? body : JSON.stringify(body),
    ...(signal !== undefined && { signal }),
  });
}

const blockSchema = z.looseObject({ type: z.string() });
const messageSchema = z.looseObject({
  id: z.string(),
  content: z.array(blockSchema),
  stop_reason: z.string().nullable(),
  usage: z.looseObject({ input_tokens: z.number(), output_tokens: z.number() }),
});
const errorSchema = z.strictObject({
  type: z.literal("error"),
  error: z.strictObject({
    type: z.string(),
    message: z.string(),
    details: z.looseObject({ error_code: z.string() }).optional(),
  }),
  request_id: z.string(),
});

export type TestMessage = z.infer<typeof messageSchema>;

export async function messageFrom(simulator: Simulator, asked: Asked): Promise<TestMessage> {
  const response = await ask(simulator, asked);
  if (response.status !== 200) throw new Error(`${response.status} ${String(response.body)}`);
  return messageSchema.parse(JSON.parse(String(response.body)));
}

/** The error of an answer in the API's envelope, or undefined where the request was accepted. */
export function errorIn(
  response: SimulatorResponse,
): (z.infer<typeof errorSchema>["error"] & { status: number }) | undefined {
  if (response.status === 200) return undefined;
  return { status: response.status, ...errorSchema.parse(JSON.parse(String(response.body))).error };
}

/** The chunks of a streamed body, as they were written. */
export async function chunksOf(response: SimulatorResponse): Promise<readonly string[]> {
  if (typeof response.body === "string") return [response.body];
  const decoder = new TextDecoder();
  if (!(response.body instanceof ReadableStream))
    return Array.from(response.body, ({ bytes }) => decoder.decode(bytes, { stream: true }));
  const chunks: string[] = [];
  const reader = response.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read())
    chunks.push(decoder.decode(read.value));
  return chunks;
}

const eventSchema = z.looseObject({ type: z.string() });

/** The events of a stream's text; a name that differs from its data's type is an error. */
export function eventsOf(text: string): readonly z.infer<typeof eventSchema>[] {
  return text
    .split("\n\n")
    .filter((part) => part !== "")
    .map((part) => {
      const [, name, data] = /^event: (.*)\ndata: (.*)$/.exec(part) ?? [];
      const event = eventSchema.parse(JSON.parse(data ?? "null"));
      if (event.type !== name) throw new Error(`event ${name} carries ${event.type}`);
      return event;
    });
}
