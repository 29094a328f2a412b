// Are the logs of several runs read, one broken among them, and a running one until it ends?
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createEventBuilder } from "@/lib/run/testing/event-builder";
import { comparedRuns, followRuns, readAgain } from "./compared-runs";
import { fakeFrames } from "./testing/fake-frames";

const lines = (events: readonly unknown[]) => events.map((event) => `${JSON.stringify(event)}\n`).join("");
const whole = lines(createEventBuilder().turn().request().reply().log());
const begun = lines(createEventBuilder().turn().request().events());
let answers: Record<string, () => Response>;

// Loaded when first needed, which on a busy machine takes longer than a test waits.
beforeAll(() => import("./read-event"));

beforeEach(() => {
  answers = {};
  comparedRuns.setState({}, true);
  fakeFrames().install();
  vi.stubGlobal("fetch", async (path: string) => {
    const answer = answers[path.split("/")[3] ?? ""];
    if (answer === undefined) throw new TypeError("fetch failed");
    return answer();
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const statuses = () =>
  Object.fromEntries(Object.entries(comparedRuns.getState()).map(([id, run]) => [id, run.status]));

describe("the runs to compare", () => {
  it("are read each for itself: one that is not here does not stand in the way", async () => {
    answers = {
      good: () => new Response(whole),
      gone: () => new Response("{}", { status: 404 }),
      damaged: () => new Response(`${whole}{"type":"nonsense"}\n`),
    };
    followRuns(["good", "gone", "damaged", "unreachable"]);
    await vi.waitFor(() =>
      expect(statuses()).toEqual({
        good: "ready",
        gone: "not-found",
        damaged: "error",
        unreachable: "error",
      }),
    );
    expect(comparedRuns.getState().damaged).toMatchObject({
      message: expect.stringContaining("does not fit the protocol"),
    });
  });

  it("are read again while they go on, and no more once they ended", async () => {
    vi.useFakeTimers();
    let asked = 0;
    answers = { one: () => new Response(++asked < 3 ? begun : whole) };
    const stop = followRuns(["one"]);
    await vi.advanceTimersByTimeAsync(20_000);
    await vi.dynamicImportSettled();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked).toBe(3);
    expect(comparedRuns.getState().one).toMatchObject({
      status: "ready",
      run: { end: { outcome: "completed" } },
    });
    stop();
  });

  it("are read again when asked to", async () => {
    followRuns(["one"]);
    await vi.waitFor(() => expect(statuses()).toEqual({ one: "error" }));
    answers = { one: () => new Response(whole) };
    readAgain("one");
    expect(statuses()).toEqual({ one: "loading" });
    await vi.waitFor(() => expect(statuses()).toEqual({ one: "ready" }));
  });
});
