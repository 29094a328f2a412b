import { randomBytes } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { startGateway } from "@/lib/gateway/testing/gateway-client";
import { createSimulator } from "@/lib/simulator/simulator";
import { serveSimulator } from "@/lib/simulator/testing/simulator-server";
import { errorAnswer, jsonAnswer, type StubAnswer, startProviderStub } from "../testing/provider-stub";
import { type RecordedRun, recordRun } from "../testing/recorded-run";
import type { OpenGateway } from "./through-gateway";

const token = { name: "cf-aig-authorization", value: "Bearer made-up-gateway-token" };
const apiKey = "made-up-provider-key-123456";

/** A gateway that a run can be put through, as the server's own is. */
async function mounted(gatewayToken?: string) {
  const { gateway, baseURL } = await startGateway({ baseURL: "http://127.0.0.1:9" }, gatewayToken);
  const open: OpenGateway = (runId, provider) => ({
    baseURL: `${baseURL}/~${runId}`,
    close: gateway.register(runId, provider),
  });
  return open;
}

async function simulator(): Promise<string> {
  const { baseURL, close } = await serveSimulator(
    createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } }),
  );
  onTestFinished(close);
  return baseURL;
}

async function stub(...answers: readonly StubAnswer[]) {
  const started = await startProviderStub(answers);
  onTestFinished(started.close);
  return started;
}

const namesAt = (run: RecordedRun, point: string) =>
  run
    .of("request-observed")
    .filter((event) => event.point === point)
    .map(({ headers }) => headers.map(([name]) => name));

test("a run through the gateway is seen at four points, on each of its requests", async () => {
  const run = await recordRun(
    await simulator(),
    {
      prompt: "What is the weather in Paris?",
      apiKey,
      headers: { default: [token, { name: "X-Team", value: "blue" }] },
    },
    { gateway: await mounted() },
  );
  expect(run.end).toMatchObject({ outcome: "completed" });
  expect(run.of("request-start")).toHaveLength(2);
  const perRequest = ["r1", "r2"].map((requestId) =>
    run.of("request-observed").flatMap((event) => (event.requestId === requestId ? [event.point] : [])),
  );
  expect(perRequest).toEqual([
    ["wire", "gateway", "provider"],
    ["wire", "gateway", "provider"],
  ]);

  expect(namesAt(run, "gateway")).toEqual(namesAt(run, "wire"));
  const [received] = namesAt(run, "gateway");
  const [arrived] = namesAt(run, "provider");
  expect(received).toContain("cf-aig-authorization");
  expect(arrived).toEqual(
    received?.flatMap((name) =>
      name === "cf-aig-authorization" ? [] : [name === "authorization" ? "x-api-key" : name],
    ),
  );
  expect(run.of("run-start")[0]?.config.provider).toMatchObject({ gateway: true, credential: "request" });
});

test("long header values are seen whole at each point, though no report has room for them", async () => {
  const long = [1, 2].map((number) => ({
    name: `X-Long-${number}`,
    value: randomBytes(4_500).toString("base64"),
  }));
  const run = await recordRun(
    await simulator(),
    { prompt: "Hello", headers: { default: [token, ...long] } },
    { gateway: await mounted() },
  );
  for (const { name, value } of long) {
    const seen = run.of("request-observed").map(({ point, headers }) => {
      const found = headers.find(([given]) => given === name)?.[1].shown;
      return [point, found === value];
    });
    expect(seen).toEqual([
      ["wire", true],
      ["gateway", true],
      ["provider", true],
    ]);
  }
});

test("neither the key that the gateway holds nor its token is in the log", async () => {
  const { baseURL } = await stub((response, { headers }) => {
    response.writeHead(400, { "content-type": "application/json", "x-echo": String(headers["x-api-key"]) });
    response.end(
      JSON.stringify({ error: { type: "invalid", message: `${headers["x-api-key"]} of-the-environment` } }),
    );
  });
  const run = await recordRun(
    baseURL,
    { prompt: "Go", apiKey, headers: { default: [token] } },
    {
      gateway: await mounted("made-up-gateway-token"),
      variables: { TOOLSCOPE_GATEWAY_TOKEN: "of-the-environment" },
    },
  );
  expect(run.end).toMatchObject({
    error: { message: expect.stringMatching(/^\[redacted \w+\] \[redacted \w+\]$/) },
  });
  for (const secret of [apiKey, "made-up-gateway-token", "of-the-environment"]) {
    expect(run.lines.join("\n")).not.toContain(secret);
  }
});

test("without the token the provider misses a key, and the run's error names the gateway's header", async () => {
  const run = await recordRun(await simulator(), { prompt: "Go", apiKey }, { gateway: await mounted() });
  expect(run.end).toMatchObject({
    outcome: "failed",
    error: {
      code: "authentication",
      message: "x-api-key header is required",
      fix: expect.stringContaining("cf-aig-authorization: Bearer <token>"),
    },
  });
});

test("a wrong token is the gateway's own refusal, and no provider saw the request", async () => {
  const { baseURL, received } = await stub(jsonAnswer(200, {}));
  const headers = { default: [{ ...token, value: "Bearer invalid" }] };
  const run = await recordRun(baseURL, { prompt: "Go", headers }, { gateway: await mounted() });
  expect(run.end).toMatchObject({
    error: {
      code: "authentication",
      message: expect.stringContaining("gateway refused"),
      fix: expect.stringContaining("cf-aig-authorization"),
      type: "AiGatewayError",
    },
  });
  expect(received).toHaveLength(0);
  expect(namesAt(run, "provider")).toEqual([]);
  expect(namesAt(run, "gateway")).toHaveLength(1);
});

test("a refusal of a key that was sent keeps its own advice", async () => {
  const { baseURL } = await stub(errorAnswer(401, "authentication_error", "invalid x-api-key"));
  const run = await recordRun(
    baseURL,
    { prompt: "Go", headers: { default: [token] } },
    { gateway: await mounted() },
  );
  expect(run.end).toMatchObject({ error: { fix: expect.stringMatching(/^Check the API key/) } });
});

test("a redirect behind the gateway is not followed, and its origin is named without the query", async () => {
  const elsewhere = await stub(jsonAnswer(200, {}));
  const { baseURL } = await stub((response) => {
    response.writeHead(307, { location: `${elsewhere.baseURL}/v1/messages?key=made-up-query-secret` });
    response.end();
  });
  const run = await recordRun(
    baseURL,
    { prompt: "Go", headers: { default: [token] } },
    { gateway: await mounted() },
  );
  expect(run.end).toMatchObject({
    error: {
      code: "redirected",
      message: expect.stringContaining(`${elsewhere.baseURL}/v1/messages, which is another origin`),
    },
  });
  expect(run.end).not.toMatchObject({ error: { message: expect.stringContaining("made-up-query") } });
  expect(elsewhere.received).toHaveLength(0);
});

test("the gateway forgets the run's provider when the run has ended", async () => {
  const { baseURL, received } = await stub(errorAnswer(400, "invalid_request_error", "no"));
  const open = await mounted();
  let address = "";
  const gateway: OpenGateway = (runId, provider) => {
    const passage = open(runId, provider);
    address = passage.baseURL;
    return passage;
  };
  await recordRun(baseURL, { prompt: "Go", headers: { default: [token] } }, { gateway });
  expect(received).toHaveLength(1);
  expect((await fetch(`${address}/v1/models`)).status).toBe(502);
  expect(received).toHaveLength(1);
});
