// Does the clock run with the run, and stand when it is over?
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runOf } from "@/lib/run/reduce-run";
import { createEventBuilder } from "@/lib/run/testing/event-builder";
import { readRunClock, subscribeRunClock } from "./run-clock";
import { noRun } from "./run-state";
import { runStore } from "./run-store";
import { fakeFrames } from "./testing/fake-frames";

const going = createEventBuilder().at(100).turn();
const frames = fakeFrames();
let page = 0;

beforeEach(() => {
  frames.install();
  page = 1_000;
  vi.spyOn(performance, "now").mockImplementation(() => page);
});

afterEach(() => {
  runStore.setState(noRun, true);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** The run as it went on 900 ms after the page's own clock began. */
const showGoing = () =>
  runStore.setState({ runId: "run-1", connection: "live", run: runOf(going.events()), clockOffset: -900 });

describe("the clock of a run", () => {
  it("grows with every frame while the run goes on", () => {
    showGoing();
    const told = vi.fn();
    const stop = subscribeRunClock(told);
    expect(readRunClock()).toBe(100);
    page = 1_250;
    frames.paint();
    expect(readRunClock()).toBe(350);
    expect(told).toHaveBeenCalled();
    stop();
  });

  it("never stands before the newest event, whatever the page's clock says", () => {
    showGoing();
    page = 950;
    const stop = subscribeRunClock(() => undefined);
    expect(readRunClock()).toBe(100);
    stop();
  });

  it("stands at the last event's time once the run is over, and asks for no more frames", () => {
    const stop = subscribeRunClock(() => undefined);
    showGoing();
    page = 9_000;
    runStore.setState({ run: createEventBuilder().at(100).turn().at(500).run() });
    frames.paint();
    expect(readRunClock()).toBe(500);
    expect(frames.waitedFor()).toBe(0);
    stop();
  });

  it("asks for no frames when nobody looks", () => {
    showGoing();
    const stop = subscribeRunClock(() => undefined);
    expect(frames.waitedFor()).toBe(1);
    stop();
    expect(frames.waitedFor()).toBe(0);
  });
});
