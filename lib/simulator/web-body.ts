// How does a body of the simulator become one that a web `Response` takes?

import type { SimulatorResponse } from "./simulator";

/** Chunks share their memory, so they are copied into one piece. */
export function webBody(body: SimulatorResponse["body"]): BodyInit {
  if (typeof body === "string" || body instanceof ReadableStream) return body;
  return Buffer.concat(Array.from(body, ({ bytes }) => Buffer.from(bytes)));
}
