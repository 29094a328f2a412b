import { mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkEventOrder } from "@/lib/protocol/event-order";
import type { RunEvent } from "@/lib/protocol/run-event";
import { type RunRequestInput, runRequestSchema } from "@/lib/protocol/run-request";
import { findingsOf } from "@/lib/run/findings";
import { runOf } from "@/lib/run/reduce-run";
import { createMachine, linesOf, startRun } from "../machine";
import { logEvents } from "../store/log-events";
import { errorAnswer, type ProviderStub, startProviderStub } from "../testing/provider-stub";
import { calls, says, wait } from "../testing/stub-replies";
import { answerReplay } from "./answer-replay";

const machine = createMachine({
  dataDir: mkdtempSync(join(tmpdir(), "toolscope-replay-")),
  databaseURL: undefined,
});

/** The mount, as the app has it. */
const mount = createServer(async (incoming, outgoing) => {
  const gone = new AbortController();
  outgoing.on("close", () => gone.abort());
  const { status, headers, body } = await answerReplay({
    method: incoming.method ?? "",
    path: new URL(incoming.url ?? "", "http://localhost").pathname,
    body: await text(incoming),
    signal: gone.signal,
  });
  outgoing.writeHead(status, Object.fromEntries(headers));
  if (body === null) outgoing.end();
  else await pipeline(Readable.fromWeb(body as never), outgoing).catch(() => undefined);
});
let origin = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => mount.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(mount.address() as AddressInfo).port}`;
});
afterAll(() => {
  mount.closeAllConnections();
  mount.close();
});

async function run(input: RunRequestInput): Promise<{ runId: string; events: RunEvent[] }> {
  const none = () => {
    throw new Error("neither simulator nor gateway is asked");
  };
  const surroundings = {
    simulatorURL: () => "",
    recordedURL: (id: string) => `${origin}/~${id}`,
    openGateway: none,
  };
  const runId = await startRun(machine, runRequestSchema.parse(input), null, surroundings);
  await machine.live.get(runId)?.done;
  const lines = await linesOf(machine, runId);
  const events = logEvents(runId, lines?.slice(0, lines.length()) ?? []);
  expect(checkEventOrder(events)).toEqual([]);
  return { runId, events };
}

/** What the provider streamed, event by event, pings and all. */
const streamed = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === "response-chunk" ? event.events : []));

const setup: RunRequestInput = { prompt: "Wait a little", tools: ["wait"] };

async function recorded(answers: Parameters<typeof startProviderStub>[0]) {
  const stub: ProviderStub = await startProviderStub(answers);
  const first = await run({ ...setup, provider: { kind: "custom", baseURL: stub.baseURL } });
  await stub.close();
  return { ...first, received: stub.received.length };
}

const twoTurns = [calls(wait("toolu_1")), says("Done.")];

describe("a stored run plays the provider", () => {
  test.each([
    ["the manual loop", { kind: "manual" }],
    ["the tool runner", { kind: "tool-runner", thread: false }],
    ["the tool runner of SDK 0.63.1", { kind: "tool-runner", sdkVersion: "0.63.1" }],
    ["the AI SDK", { kind: "ai-sdk" }],
  ] as const)("for %s, which gets the same replies in the same order, without network", async (_, engine) => {
    const { runId, events } = await recorded(twoTurns);
    const again = await run({ ...setup, engine, provider: { kind: "recorded", runId, speed: 1_000 } });
    expect(again.events.at(-1)).toMatchObject({
      type: "run-end",
      outcome: "completed",
      stopReason: "end_turn",
    });
    expect(streamed(again.events)).toEqual(streamed(events));
    expect(runOf(again.events).config?.provider).toMatchObject({ kind: "recorded", runId, speed: 1_000 });
    const requests = again.events.filter((event) => event.type === "request-start");
    for (const { url } of requests) expect(url).toContain(`${origin}/~${again.runId}/v1/messages`);
  });

  test("with the pauses its replies had, or so many times as fast", async () => {
    const { runId } = await recorded([
      async (response, request) => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        await says("Late.")(response, request);
      },
    ]);
    const waited = (events: readonly RunEvent[]) => {
      const { requests } = runOf(events).turns[0] ?? { requests: [] };
      return (requests[0]?.response?.startAt ?? 0) - (requests[0]?.startAt ?? 0);
    };
    const slow = await run({ ...setup, provider: { kind: "recorded", runId } });
    const fast = await run({ ...setup, provider: { kind: "recorded", runId, speed: 100 } });
    expect(waited(slow.events)).toBeGreaterThan(380);
    expect(waited(fast.events)).toBeLessThan(200);
  });

  test("attempt by attempt: a failure that was recorded fails again, and so does its retry's success", async () => {
    const { runId, received } = await recorded([
      errorAnswer(529, "overloaded_error", "Overloaded", { "retry-after": "0" }),
      ...twoTurns,
    ]);
    expect(received).toBe(3);
    const { events } = await run({ ...setup, provider: { kind: "recorded", runId, speed: 1_000 } });
    const statuses = events.flatMap((event) => (event.type === "response-start" ? [event.status] : []));
    expect(statuses).toEqual([529, 200, 200]);
    expect(events.at(-1)).toMatchObject({ outcome: "completed" });
  });

  test("a request beyond the record ends the run with words that say so", async () => {
    const { runId } = await recorded([says("Only this.")]);
    const two = await recorded(twoTurns);
    const short = { kind: "recorded", runId, speed: 1_000 } as const;
    expect((await run({ ...setup, provider: short })).events.at(-1)).toMatchObject({ outcome: "completed" });
    // The same two turns, of which the record keeps one.
    const whole = await machine.store.read(two.runId);
    const cut = whole?.findIndex((line) => line.includes('"type":"turn-end"')) ?? 0;
    const { interruptedEnd } = await import("../store/close-interrupted");
    const kept = whole?.slice(0, cut + 1) ?? [];
    const id = two.runId.replace(/.{4}$/, "ffff");
    const created = await machine.store.create(id, null);
    if (!("writer" in created)) throw new Error("a new id");
    await created.writer.append([...kept, ...interruptedEnd(logEvents(id, kept))]);
    await created.writer.close();
    const { events } = await run({ ...setup, provider: { kind: "recorded", runId: id, speed: 1_000 } });
    expect(events.at(-1)).toMatchObject({
      outcome: "failed",
      error: { message: expect.stringContaining("The record ends here") },
    });
    expect(events.filter((event) => event.type === "request-start")).toHaveLength(2);
  });

  test("what differs from the recorded request is a finding that names the fields", async () => {
    const { runId } = await recorded(twoTurns);
    const provider = { kind: "recorded", runId, speed: 1_000 } as const;
    const same = runOf((await run({ ...setup, provider })).events);
    expect(findingsOf(same).map((finding) => finding.code)).not.toContain("replay-differs");
    const other = runOf((await run({ ...setup, prompt: "Wait some more", maxTokens: 77, provider })).events);
    const found = findingsOf(other).filter((finding) => finding.code === "replay-differs");
    expect(found).toHaveLength(2);
    expect(found[0]?.message).toMatch(
      /^Request 1 .*`max_tokens`.*`messages\.0\.content`|`messages\.0\.content`.*`max_tokens`/,
    );
    expect(found[0]?.fix).toContain(runId);
  });

  test("a stream is not given to who asks for none", async () => {
    const { runId } = await recorded(twoTurns);
    const { events } = await run({ ...setup, stream: false, provider: { kind: "recorded", runId } });
    expect(events.at(-1)).toMatchObject({
      outcome: "failed",
      error: { message: expect.stringContaining("switch streaming on") },
    });
  });

  test("a run that is not here, or got no response, is refused before anything starts", async () => {
    const refused = (runId: string) => run({ ...setup, provider: { kind: "recorded", runId } });
    await expect(refused("run_000000000aaaaaaaaaa")).rejects.toMatchObject({ field: "provider.runId" });
    await expect(refused("../etc")).rejects.toThrow("there is no run");
    const { runId } = await run({ ...setup, provider: { kind: "custom", baseURL: "http://127.0.0.1:9" } });
    await expect(refused(runId)).rejects.toThrow("got no response");
  });
});
