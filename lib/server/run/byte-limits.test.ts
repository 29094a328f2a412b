// Does memory stay bounded, whatever a provider sends?
import { createGzip } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import type { EngineChoice } from "@/lib/protocol/engine-choice";
import {
  messageEvents,
  type ProviderStub,
  type StubAnswer,
  sse,
  startProviderStub,
} from "../testing/provider-stub";
import { recordRun } from "../testing/recorded-run";
import { calls, wait } from "../testing/stub-replies";

let stub: ProviderStub | undefined;
afterEach(() => stub?.close());

const engines: [string, EngineChoice][] = [
  ["manual loop", { kind: "manual" }],
  ["tool runner", { kind: "tool-runner", thread: false }],
  ["AI SDK", { kind: "ai-sdk" }],
];
const megabyte = Buffer.alloc(1_000_000, "a");
/** What a run may add to the process at its worst, in bytes: its limits, held by us and by the SDK, twice over. */
const mostGrowth = 400_000_000;

/** Sends a megabyte again and again, as fast as it is taken. */
function floods(count: number, type: string, gzip = false): StubAnswer {
  return (response) => {
    response.writeHead(200, { "content-type": type, ...(gzip ? { "content-encoding": "gzip" } : {}) });
    const packed = gzip ? createGzip() : response;
    if (packed !== response) packed.pipe(response);
    response.on("close", () => packed.destroy());
    packed.on("error", () => undefined);
    packed.write(type === "text/event-stream" ? "data: " : '{"text":"');
    let left = count;
    const more = () => {
      while (left > 0 && !packed.destroyed) {
        left -= 1;
        if (!packed.write(megabyte)) {
          packed.once("drain", more);
          return;
        }
      }
      packed.end();
    };
    more();
  };
}

async function tooLarge(answer: StubAnswer, fields: Partial<Parameters<typeof recordRun>[1]>) {
  stub = await startProviderStub([answer]);
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  const run = await recordRun(stub.baseURL, { prompt: "Go", ...fields });
  clearInterval(timer);
  if (run.end.outcome !== "failed") throw new Error(`the run ended ${run.end.outcome}`);
  expect(run.end.error).toMatchObject({ code: "too-large", retryable: false });
  expect(most - before).toBeLessThan(mostGrowth);
  return { ...run, error: run.end.error };
}

describe.each(engines)("%s", (_name, engine) => {
  test("a line of 150 MB without an end is cut at the limit of an event", async () => {
    const { error, of } = await tooLarge(floods(150, "text/event-stream"), { engine });
    expect(error.message).toContain("32 MB");
    expect(error.fix).toContain("limits.maxEventBytes");
    expect(of("response-end")[0]?.error?.code).toBe("too-large");
    await stub?.aborted;
  });

  test("200 MiB that arrive packed as a few kilobytes are cut at the limit of a response", async () => {
    const { error } = await tooLarge(floods(210, "application/json", true), { engine, stream: false });
    expect(error.message).toContain("64 MB");
    expect(error.fix).toContain("limits.maxResponseBytes");
  });

  test("an event of many lines, and a body, are cut at the limits that the run sets", async () => {
    const lines = "data: aaaaaaaaaaaaaaaaaaaa\n".repeat(200);
    const answer: StubAnswer = (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.end(`${sse(messageEvents([], "end_turn").slice(0, 1))}${lines}\n`);
    };
    const event = await tooLarge(answer, { engine, limits: { maxEventBytes: 2_000 } });
    expect(event.error.message).toContain("2 kB");
    await stub?.close();
    const body = await tooLarge(answer, { engine, limits: { maxResponseBytes: 3_000 } });
    expect(body.error.message).toContain("3 kB");
  });

  test("a run that outgrows its limit ends with a cause, and its log is whole", async () => {
    const note = "n".repeat(5_000);
    const { error, events } = await tooLarge(calls(wait("toolu_a", { note })), {
      engine,
      limits: { maxRunBytes: 60_000 },
    });
    expect(error.message).toContain("60 kB");
    expect(error.fix).toContain("limits.maxRunBytes");
    expect(events.at(-1)?.type).toBe("run-end");
  });
});
