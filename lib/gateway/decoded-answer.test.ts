import { PassThrough, Readable } from "node:stream";
import { brotliCompressSync, constants, createGzip, deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { decodedAnswer } from "./decoded-answer";
import type { GatewayResponse } from "./gateway";
import { webStream } from "./web-stream";

const answer = (encoding: string, body: Readable | null): GatewayResponse => ({
  status: 200,
  headers: [
    ["Content-Encoding", encoding],
    ["x-kept", "1"],
    ["Content-Length", "9"],
  ],
  body,
});
const textOf = ({ body }: GatewayResponse) => new Response(webStream(body)).text();

test.each([
  ["gzip", gzipSync("plain")],
  ["X-GZIP", gzipSync("plain")],
  ["deflate", deflateSync("plain")],
  ["br", brotliCompressSync("plain")],
  ["gzip, br", brotliCompressSync(gzipSync("plain"))],
  ["identity", Buffer.from("plain")],
])("an answer in %s is handed on plain", async (encoding, bytes) => {
  const decoded = decodedAnswer(answer(encoding, Readable.from([bytes])));
  expect(await textOf(decoded)).toBe("plain");
  expect(decoded.headers.map(([name]) => name)).toContain("x-kept");
  if (encoding !== "identity") expect(decoded.headers).toHaveLength(1);
});

test("events that were compressed one by one come one by one", async () => {
  const gzip = createGzip({ flush: constants.Z_SYNC_FLUSH });
  const decoded = decodedAnswer(answer("gzip", gzip.pipe(new PassThrough())));
  const reader = webStream(decoded.body)?.getReader();
  for (const event of ["data: 1\n\n", "data: 2\n\n"]) {
    gzip.write(event);
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe(event);
  }
});

test("an answer that breaks off breaks off", async () => {
  const bytes = gzipSync("plain ".repeat(1_000));
  await expect(
    textOf(decodedAnswer(answer("gzip", Readable.from([bytes.subarray(0, 30)])))),
  ).rejects.toThrow();
});

test("an encoding nobody here knows is an error that says what to ask for", async () => {
  const decoded = decodedAnswer(answer("zstd", Readable.from([Buffer.from("x")])));
  expect(decoded.status).toBe(502);
  expect(await textOf(decoded)).toMatch(/encoded as zstd\. Ask for gzip/);
});

test("an answer without a body stays without one", () => {
  expect(decodedAnswer(answer("gzip", null)).body).toBeNull();
});
