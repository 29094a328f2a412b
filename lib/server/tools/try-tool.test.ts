// Does a tool that is tried alone answer as it would in a run?
import { describe, expect, it } from "vitest";
import {
  type ToolTrial,
  type TrialEvent,
  toolTrialSchema,
  trialEventSchema,
} from "@/lib/protocol/tool-trial";
import { toolOptions } from "../testing/tool-options";
import { trialStream } from "./trial-stream";
import { tryTool } from "./try-tool";

const javascript = (source: string) => ({
  name: "mine",
  inputSchema: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
  handler: { kind: "javascript", source },
});

function trial(tool: unknown, rest: Partial<ToolTrial> = {}): ToolTrial {
  return toolTrialSchema.parse({ tool, input: { city: "Oslo" }, ...rest });
}

async function eventsOf(wish: ToolTrial, stop = new AbortController().signal): Promise<TrialEvent[]> {
  const events: TrialEvent[] = [];
  await tryTool(wish, toolOptions, stop, (event) => events.push(trialEventSchema.parse(event)));
  return events;
}

describe("a tool that is tried", () => {
  it("tells its start, its log and its end", async () => {
    const events = await eventsOf(
      trial(javascript("({ city }, { log }) => { log('at', city); return { city }; }")),
    );
    expect(events.map(({ type }) => type)).toEqual(["start", "log", "end"]);
    expect(events[2]).toMatchObject({ result: { content: '{"city":"Oslo"}', isError: false } });
  });

  it("answers a bad input as a run would", async () => {
    const events = await eventsOf(trial("get_time", { input: null }));
    expect(events.at(-1)).toMatchObject({ type: "end", result: { isError: true } });
  });

  it("is called several times at once", async () => {
    const events = await eventsOf(
      trial(javascript("async (input, { sleep }) => { await sleep(300); return 1; }"), { times: 4 }),
    );
    const ends = events.filter(({ type }) => type === "end");
    expect(ends).toHaveLength(4);
    expect(Math.max(...ends.map(({ at }) => at))).toBeLessThan(1_100);
  });

  it("ends within its timeout", async () => {
    const events = await eventsOf(trial(javascript("() => { for (;;); }"), { timeoutMs: 200 }));
    expect(events.at(-1)).toMatchObject({
      result: { isError: true, content: expect.stringContaining("200 ms") },
    });
  });

  it("is refused with its field where it can never answer", () => {
    const wish = trial(javascript("return 1"));
    expect(() => trialStream(wish, toolOptions, new AbortController().signal)).toThrow(
      expect.objectContaining({ field: "tool.handler.source" }),
    );
  });

  it("is stopped by the caller who leaves", async () => {
    const left = new AbortController();
    const stream = trialStream(
      trial(javascript("() => { for (;;); }"), { timeoutMs: 60_000 }),
      toolOptions,
      left.signal,
    );
    const reader = stream.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toContain('"start"');
    await reader.cancel();
  });
});
