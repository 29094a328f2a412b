import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import type { ToolResult } from "@/lib/protocol/tool-result";
import { runHandle } from "./run-handle";
import { ToolFailure } from "./tool-failure";
import type { ToolHandle } from "./tool-handle";

type Setup = { timeoutMs?: number; problem?: string; signal?: AbortSignal; log?: (line: string) => void };

function call(handle: ToolHandle, setup: Setup = {}): Promise<ToolResult> {
  const run = runHandle({
    name: "probe",
    checkInput: () => setup.problem ?? null,
    handle,
    timeoutMs: setup.timeoutMs ?? 5_000,
  });
  const signal = setup.signal ?? new AbortController().signal;
  return run({}, { toolCallId: "toolu_1", signal, log: setup.log ?? (() => undefined) });
}

const never = () => new Promise<never>(() => undefined);

describe("the result of a call", () => {
  it("is text as it is, JSON compactly, blocks untouched, and nothing as empty text", async () => {
    const blocks = [{ type: "text", text: "hello" }];
    expect(await call(() => "plain")).toEqual({ content: "plain", isError: false });
    expect(await call(async () => ({ a: [1, null] }))).toEqual({ content: '{"a":[1,null]}', isError: false });
    expect(await call(() => blocks)).toEqual({ content: blocks, isError: false });
    expect(await call(() => undefined)).toEqual({ content: "", isError: false });
    expect(await call(() => null)).toEqual({ content: "null", isError: false });
  });

  it("takes an array of other objects for JSON, even where they have a type", async () => {
    expect((await call(() => [{ type: "text" }])).content).toBe('[{"type":"text"}]');
    expect((await call(() => [{ type: "event", source: 1 }])).content).toBe('[{"type":"event","source":1}]');
    expect((await call(() => [])).content).toBe("[]");
  });

  it("is an error where the value has no JSON form", async () => {
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    const results = await Promise.all([call(() => cyclic), call(() => ({ n: 1n })), call(() => () => 1)]);
    expect(results.map((result) => result.isError)).toEqual([true, true, true]);
    expect(results[0]?.content).toContain(
      "the result of probe cannot be written as JSON: Converting circular",
    );
    expect(results[0]?.content).not.toContain("\n");
    expect(results[1]?.content).toContain("BigInt");
    expect(results[2]?.content).toContain("probe returned a function");
  });

  it("is an error naming size and limit where it is larger than 10 MB, counted in bytes", async () => {
    const text = await call(() => "é".repeat(5_100_000));
    expect(text).toEqual({
      isError: true,
      content: expect.stringMatching(/the result of probe is 10\.2 MB, more than the 10\.0 MB/),
    });
    expect((await call(() => [{ type: "text", text: "x".repeat(10_000_001) }])).isError).toBe(true);
    expect((await call(() => "x".repeat(10_000_000))).isError).toBe(false);
  });
});

describe("a failing call", () => {
  it("never reaches the code where the input does not fit", async () => {
    let ran = false;
    const result = await call(() => (ran = true), { problem: "no good" });
    expect(result).toEqual({ content: "no good", isError: true });
    expect(ran).toBe(false);
  });

  it("puts what was thrown into words, whatever it was", async () => {
    const thrown = [new Error("no luck"), "a string", { code: 7 }, undefined, new TypeError()];
    const results = await Promise.all(
      thrown.map((each) =>
        call(() => {
          throw each;
        }),
      ),
    );
    expect(results.map((result) => result.content)).toEqual([
      "Error: no luck",
      "Error: a string",
      'Error: {"code":7}',
      "Error: undefined",
      "Error: TypeError",
    ]);
    expect(results.every((result) => result.isError)).toBe(true);
  });

  it("keeps the content of a ToolFailure, and fills an empty one, which the API would refuse", async () => {
    const blocks = [{ type: "text", text: "full" }];
    const fail = (failure: ToolFailure) => call(() => Promise.reject(failure));
    expect(await fail(new ToolFailure(blocks))).toEqual({ content: blocks, isError: true });
    expect((await fail(new ToolFailure(""))).content).toBe("Error: probe failed and did not say why.");
    expect((await fail(new ToolFailure([]))).content).toBe("Error: probe failed and did not say why.");
  });
});

describe("a call that hangs", () => {
  it("ends at its timeout with its signal aborted, even when it ignores the signal", async () => {
    let seen: AbortSignal | undefined;
    const result = await call(
      (_, { signal }) => {
        seen = signal;
        return never();
      },
      { timeoutMs: 20 },
    );
    expect(result.isError).toBe(true);
    expect(result.content).toMatch(/^probe did not answer within 20 ms and was stopped/);
    expect(seen?.aborted).toBe(true);
  });

  it("is told its limit in readable figures", async () => {
    const started = performance.now();
    expect((await call(never, { timeoutMs: 1_050 })).content).toContain("within 1,050 ms");
    expect(performance.now() - started).toBeGreaterThan(1_000);
  });

  it("ends at once when the run is stopped, even when it ignores the signal", async () => {
    const run = new AbortController();
    setTimeout(() => run.abort(new Error("stop")), 20);
    const started = performance.now();
    const result = await call(never, { signal: run.signal });
    expect(result).toEqual({ content: "Stopped before it finished.", isError: true });
    expect(performance.now() - started).toBeLessThan(500);
  });

  it("reads as stopped, not as failed, when the code honours the signal", async () => {
    const run = new AbortController();
    const handle: ToolHandle = (_, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    setTimeout(() => run.abort(new Error("stop")), 10);
    expect((await call(handle, { signal: run.signal })).content).toBe("Stopped before it finished.");
  });

  it("does not start in a run that is stopped already", async () => {
    let ran = false;
    const result = await call(() => (ran = true), { signal: AbortSignal.abort() });
    expect(result.content).toBe("Stopped before it finished.");
    expect(ran).toBe(false);
  });

  it("can neither log nor fail out loud after its end", async () => {
    const lines: string[] = [];
    const handle: ToolHandle = async (_, { log }) => {
      log("early");
      await new Promise((resolve) => setTimeout(resolve, 40));
      log("late");
      throw new Error("too late");
    };
    await call(handle, { timeoutMs: 10, log: (line) => lines.push(line) });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(lines).toEqual(["early"]);
  });
});

describe("many calls at once", () => {
  it("leave no listener on the run's signal and raise no warning", async () => {
    const warnings: string[] = [];
    const onWarning = (warning: Error) => warnings.push(warning.name);
    process.on("warning", onWarning);
    const signal = new AbortController().signal;
    await Promise.all(Array.from({ length: 64 }, () => call(() => "ok", { signal })));
    await new Promise((resolve) => setImmediate(resolve));
    process.off("warning", onWarning);
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(warnings).toEqual([]);
  });
});
