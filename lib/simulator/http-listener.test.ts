// Do answers reach a slow reader whole, and do readers that leave do no harm?

import { request } from "node:http";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { createSimulator } from "./simulator";
import { bodyWith, eventsOf, usualHeaders } from "./testing/ask";
import { noPace } from "./testing/play-scenario";
import { serveSimulator } from "./testing/simulator-server";

const simulator = createSimulator({ pace: noPace });
const long = { turns: [{ content: [{ type: "text", text: "word ".repeat(60_000) }] }] };
simulator.registerScript("at-once", { script: long, pace: noPace });
/** A fault keeps the events apart, so that they are read as a stream. */
simulator.registerScript("streamed", { script: long, pace: noPace, faults: [{ kind: "unknown-event" }] });

let server: Awaited<ReturnType<typeof serveSimulator>>;
beforeAll(async () => {
  server = await serveSimulator(simulator);
});
afterAll(() => server.close());
const warned = vi.fn();
process.on("warning", warned);
afterEach(() => expect(warned).not.toHaveBeenCalled());

/** Reads in small steps. @param until how many bytes to read before leaving */
function read(path: string, until = Number.POSITIVE_INFINITY): Promise<string> {
  return new Promise((resolve, reject) => {
    const url = `${server.baseURL}/~${path}/v1/messages`;
    const outgoing = request(url, { method: "POST", headers: Object.fromEntries(usualHeaders) }, (answer) => {
      const chunks: Buffer[] = [];
      let length = 0;
      answer.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length > until) {
          answer.destroy();
          return resolve("gone");
        }
        answer.pause();
        setTimeout(() => answer.resume(), 1);
      });
      answer.once("end", () => resolve(Buffer.concat(chunks).toString()));
      answer.once("error", reject);
    });
    outgoing.once("error", reject);
    outgoing.end(JSON.stringify(bodyWith({ stream: true, max_tokens: 100_000 })));
  });
}

test.each(["at-once", "streamed"])("a slow reader gets all of an answer: %s", async (path) => {
  const events = eventsOf(await read(path));
  const text = events.map(({ delta }) => Object(delta).text ?? "").join("");
  expect(text).toBe("word ".repeat(60_000));
});

test.each(["at-once", "streamed"])("a reader who leaves in the middle harms no other: %s", async (path) => {
  const others = [read(path), read(path)];
  expect(await read(path, 300_000)).toBe("gone");
  const [one, other] = await Promise.all(others);
  expect(one).toBe(other);
  expect(eventsOf(String(one)).at(-1)?.type).toBe("message_stop");
});
