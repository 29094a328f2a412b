// How do bytes pass from one end to the other without piling up in between?

import { once } from "node:events";
import type { Writable } from "node:stream";
import type { Body } from "./body";

/**
 * Writes a body as it comes and as fast as the far end takes it, then ends. Ends early, and reads no further, where the far
 * end has closed. The far end is left as it is when reading fails.
 *
 * @throws what the body threw
 */
export async function pour(body: Body, into: Writable): Promise<void> {
  const closed = new Promise((resolve) => into.once("close", resolve));
  // The head goes ahead of the body. `flushHeaders` would write bytes above 127 as UTF-8, which is not how they came.
  into.write("", "latin1");
  for await (const chunk of body) {
    if (into.destroyed) return;
    if (!into.write(chunk)) await Promise.race([once(into, "drain"), closed]);
  }
  into.end();
}
