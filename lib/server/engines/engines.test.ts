// Does every engine, on every SDK version, take a run to its end?
import { afterAll, beforeAll, expect, test } from "vitest";
import type { EngineChoice } from "@/lib/protocol/engine-choice";
import { createSimulator } from "@/lib/simulator/simulator";
import { serveSimulator } from "@/lib/simulator/testing/simulator-server";
import { recordRun } from "../testing/recorded-run";
import { type SdkVersion, sdkVersions } from "./sdk-versions";

const simulator = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });
let server: Awaited<ReturnType<typeof serveSimulator>>;
beforeAll(async () => {
  server = await serveSimulator(simulator);
});
afterAll(() => server.close());

const prompt = "What's the weather in San Francisco and New York, and what time is it in each?";
type Case = readonly [name: string, engine: EngineChoice, stream: boolean];

function casesOf({ version, abilities }: SdkVersion): Case[] {
  const runner = { kind: "tool-runner" as const, sdkVersion: version };
  const either: Case[] = [true, false].flatMap((stream): Case[] => [
    ["manual loop", { kind: "manual", sdkVersion: version }, stream],
    ["tool runner", runner, stream],
    ...(abilities.threads
      ? [["tool runner without a thread", { ...runner, thread: false }, stream] as const]
      : []),
  ]);
  const eager: Case[] = abilities.eager ? [["eager tool runner", { ...runner, eager: true }, true]] : [];
  return [...either, ...eager].map(([name, engine, stream]) => [
    `${name} of ${version}, ${stream ? "streamed" : "in one piece"}`,
    engine,
    stream,
  ]);
}

const cases: Case[] = [
  ...sdkVersions.flatMap(casesOf),
  ["AI SDK, streamed", { kind: "ai-sdk" }, true],
  ["AI SDK, in one piece", { kind: "ai-sdk" }, false],
];

test.concurrent.each(cases)(
  "%s: four calls at once, and their results in the next request",
  async (_, engine, stream) => {
    const { of, end } = await recordRun(server.baseURL, { prompt, engine, stream });
    expect(end).toMatchObject({ outcome: "completed", stopReason: "end_turn" });
    expect(of("request-start").map((event) => event.turnId)).toEqual(["t1", "t2"]);
    expect(of("response-start").map((event) => event.status)).toEqual([200, 200]);
    expect(of("tool-call-end")).toHaveLength(4);
    const ids = of("tool-call-start").map((event) => event.toolCallId);
    const results = of("request-start")[1]?.body;
    for (const id of ids) expect(JSON.stringify(results)).toContain(id);
    expect(new Set(of("tool-call-start").map((event) => event.batchId))).toEqual(new Set(["b1"]));
  },
);
