import { deflateRawSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import type { HeaderSet } from "@/lib/protocol/header-set";
import { messageEvents, type ProviderStub, sse, startProviderStub } from "../testing/provider-stub";
import { recordRun } from "../testing/recorded-run";

let stub: ProviderStub;
afterEach(() => stub.close());

/** Answers like a far end that reports what it received. */
async function startReportingStub() {
  stub = await startProviderStub([
    (response, { rawHeaders }) => {
      const pairs = Array.from({ length: rawHeaders.length / 2 }, (_, index) =>
        rawHeaders.slice(2 * index, 2 * index + 2),
      );
      const report = deflateRawSync(JSON.stringify(pairs)).toString("base64url");
      response.writeHead(200, {
        "content-type": "text/event-stream",
        "x-simulator-received-headers": report,
      });
      response.end(sse(messageEvents([{ type: "text", text: "Hi" }], "end_turn")));
    },
  ]);
}

const names = (headers: HeaderSet) => headers.map(([name]) => name);

test("the wire shows what the provider received: names, case, order and values", async () => {
  await startReportingStub();
  const headers = {
    default: [{ name: "X-Team_Name", value: "a  b" }],
    perRequest: [{ name: "x-Empty", value: "" }],
  };
  const { of } = await recordRun(stub.baseURL, { prompt: "Go", headers, params: { betas: ["beta-a"] } });
  const wire = of("request-observed").find((event) => event.point === "wire")?.headers ?? [];
  const provider = of("request-observed").find((event) => event.point === "provider")?.headers ?? [];
  expect(wire).toEqual(provider);
  expect(names(wire).length * 2).toBe(stub.received[0]?.rawHeaders.length);
  expect(names(wire)).toEqual(stub.received[0]?.rawHeaders.filter((_, index) => index % 2 === 0));
  expect(names(wire)).toEqual(
    expect.arrayContaining(["host", "content-length", "anthropic-beta", "authorization"]),
  );
});

test("the fetch point has the headers of the SDK and not those of the HTTP client", async () => {
  await startReportingStub();
  const { of } = await recordRun(stub.baseURL, { prompt: "Go" });
  const fetched = names(of("request-start")[0]?.headers ?? []);
  expect(fetched).toContain("anthropic-version");
  expect(fetched).not.toContain("host");
});

test("no form of a key is in the log, whoever echoes it", async () => {
  const key = "made-up-key-0123456789";
  const gatewaySecret = "gw/secret+4711";
  stub = await startProviderStub([
    (response, { headers }) => {
      response.writeHead(401, {
        "content-type": "application/json",
        "x-echo": String(headers.authorization),
      });
      const message = `bad key ${key}, ${Buffer.from(gatewaySecret).toString("base64")}, ${encodeURIComponent(gatewaySecret)}`;
      response.end(JSON.stringify({ type: "error", error: { type: "authentication_error", message } }));
    },
  ]);
  const headers = { default: [{ name: "X-Gateway", value: gatewaySecret, secret: true }] };
  const { lines, end } = await recordRun(stub.baseURL, { prompt: `My key is ${key}`, apiKey: key, headers });
  expect(stub.received[0]?.headers.authorization).toBe(`Bearer ${key}`);
  expect(stub.received[0]?.headers["x-gateway"]).toBe(gatewaySecret);
  const text = lines.join("\n");
  for (const secret of [key, gatewaySecret]) {
    for (const form of [secret, Buffer.from(secret).toString("base64"), encodeURIComponent(secret)]) {
      expect(text).not.toContain(form);
    }
  }
  expect(end).toMatchObject({ outcome: "failed", error: { code: "authentication" } });
});

test("a header that is sensitive by name is kept out wherever its value comes back, marked or not", async () => {
  stub = await startProviderStub([
    (response) => {
      response.writeHead(401, { "content-type": "application/json" });
      const message = "unknown gateway token made-up-gateway-token";
      response.end(JSON.stringify({ type: "error", error: { type: "authentication_error", message } }));
    },
  ]);
  const headers = { default: [{ name: "cf-aig-authorization", value: "Bearer made-up-gateway-token" }] };
  const { lines, end } = await recordRun(stub.baseURL, { prompt: "Go", headers });
  expect(lines.join("\n")).not.toContain("made-up-gateway-token");
  expect(end).toMatchObject({
    outcome: "failed",
    error: { message: expect.stringContaining("unknown gateway token [redacted") },
  });
});

test("headers of the environment are sent, shown as such and hidden", async () => {
  await startReportingStub();
  const variables = { ANTHROPIC_CUSTOM_HEADERS: "X-From-Env: env-value-123\nno colon\nX-Two: b" };
  const { of } = await recordRun(stub.baseURL, { prompt: "Go" }, { variables });
  expect(of("run-start")[0]?.config.headers.environment.map((header) => header.name)).toEqual([
    "X-From-Env",
    "X-Two",
  ]);
  expect(JSON.stringify(of("run-start"))).not.toContain("env-value-123");
});

test("the body of a later request stands in the log as what is new", async () => {
  stub = await startProviderStub([
    (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.end(sse(messageEvents([{ type: "text", text: "…" }], "pause_turn")));
    },
    (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.end(sse(messageEvents([{ type: "text", text: "Done" }], "end_turn")));
    },
  ]);
  const { of } = await recordRun(stub.baseURL, { prompt: "Go", system: "Be brief." });
  const [first, second] = of("request-start").map((event) => event.body);
  expect(first).toMatchObject({ base: null, kept: { messages: 0, tools: false, system: false } });
  expect(second).toMatchObject({ base: "r1", kept: { messages: 1, tools: true, system: true } });
  expect(second?.kind === "json" ? Object.keys(second.fields) : []).not.toContain("tools");
  expect(second?.kind === "json" ? second.fields.messages : []).toHaveLength(1);
});
