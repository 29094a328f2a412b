// Do the causes that findings name fit what the published packages really do?
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { findingsOf } from "@/lib/run/findings";
import { runOf } from "@/lib/run/reduce-run";
import { requestKindsOf } from "@/lib/run/request-kind";
import { createSimulator } from "@/lib/simulator/simulator";
import { serveSimulator } from "@/lib/simulator/testing/simulator-server";
import { recordRun } from "../testing/recorded-run";

const simulator = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });
let server: Awaited<ReturnType<typeof serveSimulator>>;
beforeAll(async () => {
  server = await serveSimulator(simulator);
});
afterAll(() => server.close());

// Loading a package for the first time takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

type Input = Omit<Parameters<typeof recordRun>[1], "prompt">;

async function runWith(input: Input, variables: Record<string, string> = {}) {
  const before = process.env.ANTHROPIC_CUSTOM_HEADERS;
  // The SDK reads it by itself; the machine only says what it holds.
  process.env.ANTHROPIC_CUSTOM_HEADERS = variables.ANTHROPIC_CUSTOM_HEADERS ?? "";
  try {
    const { events } = await recordRun(
      server.baseURL,
      { prompt: "What's the weather in Paris?", ...input },
      { variables },
    );
    const run = runOf(events);
    const lost = findingsOf(run).filter(({ code }) => /^header-(dropped|replaced)$/.test(code));
    return { lost, kinds: [...requestKindsOf(run).values()] };
  } finally {
    if (before === undefined) delete process.env.ANTHROPIC_CUSTOM_HEADERS;
    else process.env.ANTHROPIC_CUSTOM_HEADERS = before;
  }
}

const trace = { name: "X-Trace", value: "1" };
const beta = { name: "anthropic-beta", value: "context-management-2025-06-27" };
const runner = (sdkVersion: string) => ({ kind: "tool-runner" as const, sdkVersion });

describe("a header of the call", () => {
  const headers = { perRequest: [trace] };

  it("is ignored by the tool runner of 0.63.1 and by no other", async () => {
    const { lost } = await runWith({ engine: runner("0.63.1"), headers });
    expect(lost).toHaveLength(1);
    expect(lost[0]?.message).toMatch(/0\.63 ignores its second argument/);
    for (const version of ["0.80.0", "0.137.0", "1.0.0", "1.13.0"])
      expect((await runWith({ engine: runner(version), headers })).lost).toEqual([]);
    expect((await runWith({ engine: { kind: "manual", sdkVersion: "0.63.1" }, headers })).lost).toEqual([]);
  });

  it("is lost on the compaction request of 0.80.0", async () => {
    const engine = { ...runner("0.80.0"), hooks: [{ kind: "compact" as const, afterTurn: 1 }] };
    const { lost, kinds } = await runWith({ engine, headers });
    expect(kinds).toContain("compaction");
    expect(lost).toMatchObject([
      { code: "header-dropped", requestId: `r${kinds.indexOf("compaction") + 1}` },
    ]);
    expect(lost[0]?.message).toMatch(/sends its compaction request without/);
  });
});

describe("a beta in the default headers", () => {
  const headers = { default: [beta] };

  it("is replaced by the thread beta of the runner, and kept without threads or in the call", async () => {
    const { lost } = await runWith({ engine: runner("1.13.0"), headers });
    expect(lost).toMatchObject([{ code: "header-replaced", header: "anthropic-beta" }]);
    expect(lost[0]?.message).toMatch(/own thread beta/);
    expect((await runWith({ engine: { ...runner("1.13.0"), thread: false }, headers })).lost).toEqual([]);
    expect((await runWith({ engine: runner("1.13.0"), headers: { perRequest: [beta] } })).lost).toEqual([]);
  });
});

describe("a header of the environment", () => {
  const variables = { ANTHROPIC_CUSTOM_HEADERS: "X-From-Environment: 1" };

  it("is not read by 0.80.0", async () => {
    const { lost } = await runWith({ engine: { kind: "manual", sdkVersion: "0.80.0" } }, variables);
    expect(lost.map(({ message }) => message).join()).toMatch(/do not read ANTHROPIC_CUSTOM_HEADERS/);
  });

  it("makes 1.11.0 spread default headers given as pairs, and 1.13.0 not", async () => {
    const headers = { default: [trace] };
    const { lost } = await runWith({ engine: { kind: "manual", sdkVersion: "1.11.0" }, headers }, variables);
    expect(lost).toMatchObject([{ header: "X-Trace" }]);
    expect(lost[0]?.message).toMatch(/versions before 1\.12/);
    const newest = await runWith({ engine: { kind: "manual", sdkVersion: "1.13.0" }, headers }, variables);
    expect(newest.lost).toEqual([]);
  });
});
