// Does the simulator, served alone, answer in the API's envelope whatever comes over the wire?

import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serve } from "./serve";
import { bodyWith } from "./testing/ask";

let served: Awaited<ReturnType<typeof serve>>;
let port = 0;
beforeAll(async () => {
  served = await serve({ host: "127.0.0.1", port: 0 });
  port = (served.server.address() as AddressInfo).port;
});
afterAll(() => {
  served.server.closeAllConnections();
  served.server.close();
});

const head =
  "POST /v1/messages HTTP/1.1\r\nhost: localhost\r\nx-api-key: k\r\nanthropic-version: 2026-10-21\r\n";

/** Sends bytes as they are, and reads the answer to its end. */
async function answerTo(bytes: string | Buffer): Promise<{ status: number; body: Record<string, unknown> }> {
  const socket = connect(port, "127.0.0.1");
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const length = /content-length: (\d+)/i.exec(text)?.[1];
    const at = text.indexOf("\r\n\r\n");
    if (at !== -1 && Buffer.byteLength(text.slice(at + 4)) >= Number(length ?? Number.POSITIVE_INFINITY))
      socket.destroy();
    if (length === undefined && text.endsWith("0\r\n\r\n")) socket.destroy();
  });
  // Whoever sends too much may be cut off while it sends.
  socket.on("error", () => undefined);
  socket.write(bytes);
  await once(socket, "close");
  const text = Buffer.concat(chunks).toString();
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]),
    body: JSON.parse(/\{[\s\S]*\}/.exec(text)?.[0] ?? "null"),
  };
}

const posted = (body: string | Buffer) => {
  const bytes = Buffer.from(body);
  return Buffer.concat([Buffer.from(`${head}content-length: ${bytes.length}\r\n\r\n`), bytes]);
};

describe("over the wire", () => {
  test.each<[string, string | Buffer, number, RegExp]>([
    ["no HTTP", "what is this\r\n\r\n", 400, /^The request is not valid HTTP/],
    ["headers of 100 kB", `${head}x-long: ${"a".repeat(100_000)}\r\n\r\n`, 431, /headers are too long/],
    [
      "an unknown path",
      `${head.replace("/v1/messages", "/%zz/..//")}content-length: 0\r\n\r\n`,
      404,
      /^Not Found$/,
    ],
    [
      "no body",
      `${head}content-length: 0\r\n\r\n`,
      400,
      /unexpected end of data: line 1 column 1 \(char 0\)$/,
    ],
    ["200,000 brackets", posted("[".repeat(200_000)), 400, /nested deeper than 512 levels/],
    ["a lone surrogate", posted('{"model":"\\ud83d"}'), 400, /no low surrogate in string/],
    [
      "a wrong letter",
      posted('{"model": claude}'),
      400,
      /unexpected character: line 1 column 11 \(char 10\)$/,
    ],
    ["NUL bytes", posted(Buffer.alloc(1_000)), 400, /unexpected character: line 1 column 1 \(char 0\)$/],
    [
      "__proto__",
      posted(JSON.stringify(bodyWith()).replace("{", '{"__proto__":{"a":1},')),
      400,
      /^__proto__: Extra/,
    ],
    [
      "40 MB",
      posted(JSON.stringify(bodyWith({ system: "x".repeat(40 * 1024 * 1024) }))),
      413,
      /maximum size/,
    ],
  ])("%s is answered in the envelope of the API", async (_, bytes, status, message) => {
    const answer = await answerTo(bytes);
    expect(answer).toMatchObject({
      status,
      body: {
        type: "error",
        error: { type: expect.stringMatching(/./), message: expect.stringMatching(message) },
        request_id: expect.stringMatching(/^req_/),
      },
    });
  });

  test("bytes that are no UTF-8 are read as far as they go", async () => {
    const [before, after] = JSON.stringify(bodyWith({ system: "SPLIT" })).split("SPLIT");
    const body = Buffer.concat([
      Buffer.from(before ?? ""),
      Buffer.from([0xff, 0xed, 0xa0, 0x80]),
      Buffer.from(after ?? ""),
    ]);
    expect((await answerTo(posted(body))).status).toBe(200);
  });

  test("and the next request is answered as if nothing had been", async () => {
    expect((await answerTo(posted(JSON.stringify(bodyWith())))).body).toMatchObject({ type: "message" });
  });
});
