import { afterEach, describe, expect, it } from "vitest";
import type { HeaderSet } from "@/lib/protocol/header-set";
import type { ObservationPoint } from "@/lib/protocol/observation-point";
import { findingsOf } from "@/lib/run/findings";
import { headerHops, hopContexts } from "@/lib/run/header-hops";
import { runOf } from "@/lib/run/reduce-run";
import { createSimulator } from "@/lib/simulator/simulator";
import { serveSimulator } from "@/lib/simulator/testing/simulator-server";
import { nginxPath, startNginx } from "../testing/nginx";
import { messageEvents, type StubAnswer, sse, startProviderStub } from "../testing/provider-stub";
import { type RecordedRun, recordRun } from "../testing/recorded-run";

const tuned = [
  "proxy_buffering off",
  "proxy_http_version 1.1",
  "proxy_set_header X-Forwarded-For $remote_addr",
];
const asked = {
  prompt: "What is the weather in Paris and in Tokyo?",
  tools: ["get_weather" as const],
  headers: {
    default: [
      { name: "X-Team", value: "blue" },
      { name: "X_Under_Score", value: "1" },
    ],
  },
};

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

async function behindNginx(upstream: string, directives: readonly string[]) {
  const nginx = await startNginx(upstream, directives);
  open.push(nginx);
  return nginx.baseURL;
}

async function simulatorRun(directives: readonly string[], more: { expectations?: string[] } = {}) {
  const simulator = await serveSimulator(
    createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } }),
  );
  open.push(simulator);
  return recordRun(await behindNginx(simulator.baseURL, directives), { ...asked, ...more });
}

/** A provider that writes 300 deltas, one every 4 ms, and does not tell proxies to pass them on. */
const slowly: StubAnswer = async (response) => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const [start, ...rest] = messageEvents([{ type: "text", text: "" }], "end_turn");
  const delta = { type: "content_block_delta", index: 0, delta: { type: "text_delta", text: "word " } };
  const events = [
    start ?? {},
    ...rest.slice(0, 1),
    ...Array.from({ length: 300 }, () => delta),
    ...rest.slice(1),
  ];
  for (const event of events) {
    response.write(sse([event]));
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  response.end();
};

async function slowRun(directives: readonly string[]) {
  const provider = await startProviderStub([slowly]);
  open.push(provider);
  return recordRun(await behindNginx(provider.baseURL, directives), { prompt: "Tell me a story." });
}

const findings = (run: RecordedRun) => findingsOf(runOf(run.events));

function hopsOf(run: RecordedRun) {
  const whole = runOf(run.events);
  const request = whole.turns[0]?.requests[0];
  return request === undefined ? [] : headerHops(request, hopContexts(whole)(request.requestId));
}

/** The names of the first request at a point, in lower case. */
function namesAt(run: RecordedRun, point: ObservationPoint): string[] {
  const observed = run.of("request-observed").find((event) => event.point === point);
  const headers: HeaderSet = observed?.headers ?? [];
  return headers.map(([name]) => name.toLowerCase());
}

function valuesAt(run: RecordedRun, point: ObservationPoint, name: string): string[] {
  const observed = run.of("request-observed").find((event) => event.point === point);
  return (observed?.headers ?? [])
    .filter(([each]) => each.toLowerCase() === name)
    .map(([, value]) => value.shown);
}

describe.skipIf(nginxPath === undefined)("a run through nginx as Debian ships it", () => {
  it("shows that a name with an underscore was sent and never arrived, and why", async () => {
    const run = await simulatorRun([]);
    expect(run.end.outcome).toBe("completed");
    expect(namesAt(run, "wire")).toContain("x_under_score");
    expect(namesAt(run, "provider")).not.toContain("x_under_score");
    expect(valuesAt(run, "provider", "x-team")).toEqual(["blue"]);
    const dropped = findings(run).filter((finding) => finding.code === "header-dropped");
    expect(dropped).toHaveLength(1);
    expect(dropped[0]).toMatchObject({ severity: "error", header: "X_Under_Score" });
    expect(dropped[0]?.message).toContain("at provider on requests");
    expect(dropped[0]?.message).toMatch(/nginx between .* drops names with an underscore/);
    expect(dropped[0]?.fix).toContain("underscores_in_headers on");
  });

  it("shows the connection and the host nginx puts in", async () => {
    const run = await simulatorRun([]);
    expect(valuesAt(run, "wire", "connection")).toEqual(["keep-alive"]);
    expect(valuesAt(run, "provider", "connection")).toEqual(["close"]);
    expect(valuesAt(run, "provider", "host")).not.toEqual(valuesAt(run, "wire", "host"));
  });

  it("says that the stream was held back", async () => {
    const held = findings(await slowRun([])).filter((finding) => finding.code === "stream-buffered");
    expect(held).toHaveLength(1);
    expect(held[0]?.fix).toContain("nginx answered here: set `proxy_buffering off`");
  });
});

describe.skipIf(nginxPath === undefined)("a run through nginx with buffering off", () => {
  it("gets the stream as it comes", async () => {
    const run = await slowRun(tuned);
    expect(run.of("response-chunk").length).toBeGreaterThan(100);
    expect(findings(run)).toEqual([]);
  });

  it("shows the header that nginx adds, and still loses the underscore", async () => {
    const run = await simulatorRun(tuned);
    expect(namesAt(run, "wire")).not.toContain("x-forwarded-for");
    expect(valuesAt(run, "provider", "x-forwarded-for")).toEqual(["127.0.0.1"]);
    expect(namesAt(run, "provider")).not.toContain("x_under_score");
    const added = hopsOf(run)
      .find(({ key }) => key === "x-forwarded-for")
      ?.cells.at(-1);
    expect(added).toMatchObject({ change: "added", cause: { by: expect.stringMatching(/^nginx between/) } });
    const expecting = await simulatorRun(tuned, { expectations: ["X-Forwarded-For"] });
    expect(findings(expecting)).toContainEqual(
      expect.objectContaining({
        code: "expected-header-added",
        message: expect.stringMatching(/there only from provider on.*nginx between/),
      }),
    );
  });

  it("keeps the underscore where nginx is told to", async () => {
    const kept = await simulatorRun([...tuned, "underscores_in_headers on"]);
    expect(namesAt(kept, "provider")).toContain("x_under_score");
  });
});
