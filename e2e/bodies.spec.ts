// P47 body-sizes: a body is taken whole, or refused with the limit named; never cut.
import { gzipSync } from "node:zlib";
import { expect, test } from "./fixtures";
import { rawRequest } from "./raw-request";

const json = { "content-type": "application/json" };
const port = () => Number(new URL(test.info().project.use.baseURL ?? "").port);
const megabytes = (count: number) => Math.round(count * 1024 * 1024);

/** Nobody listens there: the run begins, shows what arrived, and ends at once. */
const provider = '{"kind":"custom","baseURL":"http://127.0.0.1:9"}';
const bodyOf = (bytes: number) => {
  const [head, tail] = ['{"prompt":"', `END","provider":${provider}}`];
  return `${head}${"a".repeat(bytes - head.length - tail.length)}${tail}`;
};

async function post(body: string | Buffer, headers: Record<string, string> = {}) {
  const answer = await rawRequest(port(), {
    path: "/api/runs",
    method: "POST",
    headers: { ...json, ...headers },
    body,
  });
  return { status: answer.status, ...JSON.parse(answer.text) };
}

for (const size of [1, 9.9, 10.1, 31]) {
  test(`${size} MB arrive whole`, async ({ request }) => {
    const body = bodyOf(megabytes(size));
    const { status, runId } = await post(body);
    expect(status).toBe(201);
    const log = await (await request.get(`/api/runs/${runId}/log`)).text();
    const [first = "{}"] = log.split("\n");
    const { prompt } = JSON.parse(first).config;
    expect(prompt).toHaveLength(JSON.parse(body).prompt.length);
    expect(prompt.endsWith("aEND")).toBe(true);
    expect((await request.delete(`/api/runs/${runId}`)).status()).toBe(204);
  });
}

for (const size of [33, 100]) {
  test(`${size} MB are refused, with the limit named`, async () => {
    const { status, error } = await post(bodyOf(megabytes(size)));
    expect([status, error.code]).toEqual([413, "too_large"]);
    expect(error.message).toContain("32 MB");
  });

  test(`${size} MB are refused without a content-length too`, async () => {
    const { status, error } = await post(bodyOf(megabytes(size)), { "transfer-encoding": "chunked" });
    expect([status, error.code]).toEqual([413, "too_large"]);
  });
}

test("200,000 levels are refused, with the limit named", async () => {
  const { status, error } = await post(`${'{"prompt":'.repeat(200_000)}1${"}".repeat(200_000)}`);
  expect([status, error.code]).toEqual([400, "too_deep"]);
  expect(error.message).toContain("200 levels");
});

test("a packed body is unpacked, within the same limit", async ({ request }) => {
  const gzip = { "content-encoding": "gzip" };
  const { status, runId } = await post(gzipSync(bodyOf(megabytes(1))), gzip);
  expect(status).toBe(201);
  expect((await request.delete(`/api/runs/${runId}`)).status()).toBe(204);
  const bomb = await post(gzipSync(bodyOf(megabytes(100))), gzip);
  expect([bomb.status, bomb.error.code]).toEqual([413, "too_large"]);
  const broken = await post(gzipSync(bodyOf(2_000)).subarray(0, 60), gzip);
  expect([broken.status, broken.error.code]).toEqual([400, "invalid_encoding"]);
  const unknown = await post("x", { "content-encoding": "br" });
  expect([unknown.status, unknown.error.code]).toEqual([415, "unsupported_encoding"]);
});
