// What does the built app make of a provider that fails? Cases P34 to P38 of the public test plan, and P40 while it connects.
import { expect, test } from "@playwright/test";
import { startFullListener } from "@/lib/server/testing/full-listener";
import {
  busy,
  cutStreams,
  errorInStream,
  errorTypes,
  markedStream,
  noJsonInStream,
  pageQuoting,
  partialText,
  refusals,
  silences,
  startHalfHeaders,
  wholeToolCall,
  wrongContents,
} from "@/lib/server/testing/provider-faults";
import { says } from "@/lib/server/testing/stub-replies";
import { followRun, postRun, until } from "./api-client";
import { type AppProcess, newDataDir, startApp } from "./app-process";
import { engines, runAgainst, stopRun, storedRun } from "./faulty-runs";

let app: AppProcess;
test.beforeAll(async () => {
  app = await startApp({ TOOLSCOPE_DATA_DIR: newDataDir() });
});
test.afterAll(() => app.end("SIGTERM"));

/** All at once: most of their time is waiting. */
const each = <Case extends readonly [string, ...unknown[]]>(
  cases: readonly Case[],
  check: (...given: Case) => Promise<void>,
) => Promise.all(cases.map((given) => test.step(given[0], () => check(...given))));

test("the trap of these tests counts a call that is made", async () => {
  const { end, toolCalls } = await runAgainst(app.origin, [wholeToolCall, says("It is sunny.")]);
  expect(end.outcome).toBe("completed");
  expect(toolCalls).toBe(1);
});

test("P34 truncated, built app: failed with the cause, what arrived is kept, no tool is run", () =>
  each(engines, async (_engine, fields) => {
    await each(cutStreams, async (how, answer) => {
      const run = await runAgainst(app.origin, [answer], { fields });
      expect(run.end, how).toMatchObject({
        outcome: "failed",
        error: { code: "truncated-stream", retryable: true, fix: expect.stringContaining("Run again") },
      });
      expect(run.kept, how).toContain(partialText);
      expect(run.of("response-end"), how).toMatchObject([{ error: { code: "truncated-stream" } }]);
      expect(run.of("tool-call-start"), how).toEqual([]);
      expect(run.toolCalls, how).toBe(0);
      expect(run.provider.received, how).toHaveLength(1);
    });
  }));

test("P34 truncated, built app: FIN during headers, each try is seen and the cause is named", () =>
  each(engines, async (_engine, fields) => {
    const provider = await startHalfHeaders();
    try {
      const runId = await postRun(app.origin, {
        prompt: "Go",
        provider: { kind: "custom", baseURL: provider.baseURL },
        ...fields,
      });
      const transcript = followRun(app.origin, runId);
      await transcript.done;
      const { end, of } = await storedRun(app.origin, runId, transcript.lines);
      expect(end).toMatchObject({
        outcome: "failed",
        error: { code: "provider-unreachable", retryable: true, message: expect.stringContaining("closed") },
      });
      expect(of("request-start").map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
      expect(of("request-error")).toHaveLength(3);
      expect(of("response-start")).toEqual([]);
    } finally {
      provider.close();
    }
  }));

test("P35 midstream-error, built app: type and request id, what arrived is kept, the retryable flag", () =>
  each(engines, async (_engine, fields) => {
    await each(errorTypes, async (type, retryable) => {
      const { end, of, kept, provider } = await runAgainst(app.origin, [errorInStream(type)], { fields });
      const told = { type, requestId: "req_in_stream", message: "It went wrong", retryable };
      expect(end, type).toMatchObject({ outcome: "failed", error: { code: "provider-error", ...told } });
      expect(of("response-end"), type).toMatchObject([{ error: { type } }]);
      expect(kept, type).toContain(partialText);
      expect(provider.received, type).toHaveLength(1);
    });
    const { end, kept } = await runAgainst(app.origin, [noJsonInStream], { fields });
    expect(end).toMatchObject({
      outcome: "failed",
      error: { code: "malformed-stream", received: "{oops", retryable: true },
    });
    expect(kept).toContain(partialText);
  }));

test("P36 retries-visible, built app: every try is an event, with its status", () =>
  each(engines, async (_engine, fields) => {
    await each(refusals, async (what, answer, status) => {
      const { end, of, provider } = await runAgainst(app.origin, [answer], { fields });
      expect(end, what).toMatchObject({ outcome: "failed", error: { status, retryable: true } });
      const tries = of("request-start").map(({ turnId, attempt }) => [turnId, attempt]);
      expect(tries, what).toEqual([1, 2, 3].map((attempt) => ["t1", attempt]));
      const statuses = of("response-start").map((event) => event.status);
      expect(statuses, what).toEqual([status, status, status]);
      expect(provider.received, what).toHaveLength(3);
    });
  }));

test("P36 retries-visible, built app: a second is waited, an hour is told, Stop ends a wait", () =>
  each(engines, async (engine, fields) => {
    const waited = async () => {
      const answers = [busy({ "retry-after": "1" }), says("Here you are.")];
      const { end, of } = await runAgainst(app.origin, answers, { fields });
      expect(end.outcome).toBe("completed");
      const ms = (of("request-start")[1]?.at ?? 0) - (of("response-end")[0]?.at ?? 0);
      expect(ms).toBeGreaterThanOrEqual(990);
      expect(ms).toBeLessThan(3_000);
    };
    const refused = async () => {
      const { end, provider, tookMs } = await runAgainst(app.origin, [busy({ "retry-after": "3600" })], {
        fields,
      });
      expect(end).toMatchObject({
        outcome: "failed",
        error: {
          status: 529,
          retryable: true,
          message: expect.stringContaining("3,600 s"),
          fix: expect.any(String),
        },
      });
      expect(provider.received).toHaveLength(1);
      expect(tookMs).toBeLessThan(60_000);
    };
    const stopped = async () => {
      let stoppedAt = 0;
      const { end, provider } = await runAgainst(app.origin, [busy({ "retry-after": "30" })], {
        fields,
        during: async (runId) => {
          await new Promise((resolve) => setTimeout(resolve, 500));
          stoppedAt = performance.now();
          await stopRun(app.origin, runId);
        },
      });
      expect(end.outcome).toBe("stopped");
      expect(performance.now() - stoppedAt).toBeLessThan(1_000);
      expect(provider.received).toHaveLength(1);
    };
    // The runner would sleep through an hour: it is ended after ten seconds, which the unit tests wait for.
    const told = engine === "manual loop" ? [refused()] : [];
    await Promise.all([waited(), stopped(), ...told]);
  }));

test("P37 stall, built app: ends at the idle limit, and the socket is closed", () =>
  each(engines, async (_engine, fields) => {
    // Longer than a byte takes: one byte after another is no content either.
    const limitMs = 6_000;
    await each(silences(5_000), async (what, answer) => {
      const { end, tookMs, provider, kept } = await runAgainst(app.origin, [answer], {
        fields: { ...fields, limits: { idleTimeoutMs: limitMs } },
      });
      expect(end, what).toMatchObject({
        outcome: "failed",
        error: {
          code: "idle-timeout",
          retryable: true,
          message: expect.stringContaining("6 s"),
          fix: expect.stringContaining("limits.idleTimeoutMs"),
        },
      });
      expect(Math.abs(tookMs - limitMs), `${what}: ${tookMs} ms`).toBeLessThanOrEqual(2_000);
      await provider.aborted;
      if (what === "content, then silence") expect(kept).toContain("Half an answer");
    });
  }));

test("P38 wrong-content, built app: the error says what arrived, never an empty answer", () =>
  each(engines, async (_engine, fields) => {
    await each(wrongContents, async (what, answer, words, beginning) => {
      const { end } = await runAgainst(app.origin, [answer], { fields });
      if (end.outcome !== "failed") throw new Error(`${what}: the run ended ${end.outcome}`);
      expect(end.error.message, what).toMatch(words);
      expect(end.error.fix, what).toBeTruthy();
      if (beginning === undefined) expect(end.error.received, what).toBeUndefined();
      else expect(end.error.received, what).toContain(beginning);
      expect((end.error.received ?? "").length, what).toBeLessThanOrEqual(200);
    });
    const marked = await runAgainst(app.origin, [markedStream], { fields });
    expect(marked.end.outcome).toBe("completed");
    expect(marked.kept).toContain("Grüße");
    const apiKey = "made-up-key-0123456789";
    const quoting = await runAgainst(app.origin, [pageQuoting(apiKey)], { fields, apiKey });
    expect(quoting.end).toMatchObject({
      outcome: "failed",
      error: { received: expect.stringContaining("x".repeat(190)) },
    });
    expect(quoting.text).not.toContain(apiKey.slice(0, 10));
  }));

test("P40 cancel during connect, built app: the socket that connects is closed within a second", async () => {
  const listener = await startFullListener();
  try {
    const runId = await postRun(app.origin, {
      prompt: "Go",
      provider: { kind: "custom", baseURL: `http://127.0.0.1:${listener.port}` },
    });
    const transcript = followRun(app.origin, runId);
    await until(async () => listener.connecting() === 1, 5_000);
    await stopRun(app.origin, runId);
    const ms = await until(async () => listener.connecting() === 0, 1_000);
    test.info().annotations.push({ type: "stopToClosedMs", description: String(Math.round(ms)) });
    await transcript.done;
    expect((await storedRun(app.origin, runId, transcript.lines)).end.outcome).toBe("stopped");
  } finally {
    await listener.close();
  }
});
