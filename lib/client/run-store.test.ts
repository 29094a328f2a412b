// Do events reach the screen once each, and in one change per frame?
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createEventBuilder } from "@/lib/run/testing/event-builder";
import { openRun, runStore, showMoment } from "./run-store";
import { FakeEventStream, streamed } from "./testing/fake-event-stream";
import { fakeFrames } from "./testing/fake-frames";

const log = createEventBuilder().turn().request().reply().log();
const frames = fakeFrames();

beforeEach(() => {
  FakeEventStream.opened = [];
  vi.stubGlobal("fetch", FakeEventStream.fetch);
  frames.install();
});

/** Each holds the tab's slot for a stream until it is closed. */
const closings: (() => void)[] = [];

function show(...run: Parameters<typeof openRun>): () => void {
  const close = openRun(...run);
  closings.push(close);
  return close;
}

afterEach(async () => {
  for (const close of closings.splice(0)) close();
  openRun(null);
  // What was followed lets go of the page while there still is one.
  await streamed();
  vi.unstubAllGlobals();
});

/** Opens the run with its reader loaded. */
async function opened() {
  const close = show("run-1");
  await vi.dynamicImportSettled();
  await vi.waitFor(() => FakeEventStream.newest());
  const source = FakeEventStream.newest();
  source.open();
  await streamed();
  return { close, source };
}

describe("the run on screen", () => {
  it("changes once per frame, however many events arrived", async () => {
    const { source } = await opened();
    const changes = vi.fn();
    const stop = runStore.subscribe(changes);
    for (const event of log) source.send(event);
    await streamed();
    expect(changes).not.toHaveBeenCalled();
    frames.paint();
    expect(changes).toHaveBeenCalledTimes(1);
    expect(runStore.getState().run.end?.outcome).toBe("completed");
    expect(runStore.getState().events).toEqual(log);
    stop();
  });

  it("takes an event once that a reconnected stream repeats", async () => {
    const { source } = await opened();
    for (const event of log.slice(0, 3)) source.send(event);
    await streamed();
    frames.paint();
    for (const event of log) source.send(event);
    await streamed();
    frames.paint();
    expect(runStore.getState().events).toEqual(log);
    expect(runStore.getState().run.turns).toHaveLength(1);
  });

  it("folds a log too long for one frame over several, in order", async () => {
    const { source } = await opened();
    // A clock that passes the budget of a frame at every event.
    let clock = 0;
    vi.spyOn(performance, "now").mockImplementation(() => (clock += 20));
    for (const event of log.slice(0, 3)) source.send(event);
    await streamed();
    const lengths = [1, 2, 3].map(() => {
      frames.paint();
      return runStore.getState().events.length;
    });
    vi.restoreAllMocks();
    expect(lengths).toEqual([1, 2, 3]);
  });

  it("draws now and then while it catches up with a long log, and all of it in the end", async () => {
    const { source } = await opened();
    const builder = createEventBuilder().turn().request().responseStart();
    for (let count = 0; count < 1_000; count += 1) builder.chunk({ type: "ping" });
    const long = builder.responseEnd().endTurn().log();
    for (const event of long) source.send(event);
    for (let wait = 0; wait < 10; wait += 1) await streamed();
    const changes = vi.fn();
    const stop = runStore.subscribe(changes);
    let clock = 0;
    vi.spyOn(performance, "now").mockImplementation(() => (clock += 1));
    let painted = 0;
    for (; painted < 1_000 && runStore.getState().log.length < long.length; painted += 1) frames.paint();
    vi.restoreAllMocks();
    stop();
    expect(runStore.getState().events).toEqual(long);
    expect(painted).toBeGreaterThan(50);
    expect(changes.mock.calls.length).toBeLessThan(painted / 2);
  });

  it("keeps what was folded when it is closed, and takes nothing more", async () => {
    const { source, close } = await opened();
    for (const event of log.slice(0, 2)) source.send(event);
    await streamed();
    frames.paint();
    source.send(log[2]);
    await streamed();
    close();
    frames.paint();
    expect(runStore.getState().events).toEqual(log.slice(0, 2));
  });

  it("is empty again when another run is opened", async () => {
    const { source, close } = await opened();
    source.send(log[0]);
    await streamed();
    frames.paint();
    expect(runStore.getState().events).toEqual(log.slice(0, 1));
    close();
    show("run-2");
    expect(runStore.getState()).toMatchObject({ runId: "run-2", connection: "connecting", events: [] });
  });

  it("shows a moment while events go on arriving, and the newest again", async () => {
    const timed = createEventBuilder().at(10).turn().at(20).request().at(30).reply().at(40).log();
    const { source } = await opened();
    for (const event of timed.slice(0, 3)) source.send(event);
    await streamed();
    frames.paint();
    showMoment(15);
    expect(runStore.getState().events).toEqual(timed.slice(0, 2));
    for (const event of timed.slice(3)) source.send(event);
    await streamed();
    frames.paint();
    const { run, events, whole, log: all, moment } = runStore.getState();
    expect({ moment, shown: events.length, arrived: all.length }).toEqual({
      moment: 15,
      shown: 2,
      arrived: timed.length,
    });
    expect(run.turns[0]?.requests).toEqual([]);
    expect(whole.end?.outcome).toBe("completed");
    showMoment(null);
    expect(runStore.getState().run).toBe(whole);
  });

  it("a moment from a link fills as the log arrives; one after the end is the end", async () => {
    const timed = createEventBuilder().at(10).turn().at(20).request().at(30).reply().at(40).log();
    show("run-1", 25);
    await vi.dynamicImportSettled();
    const source = FakeEventStream.newest();
    source.open();
    await streamed();
    for (const event of timed) source.send(event);
    await streamed();
    frames.paint();
    expect(runStore.getState().events).toEqual(timed.filter((event) => event.at <= 25));
    showMoment(4_000);
    expect(runStore.getState()).toMatchObject({ moment: null, events: timed });
  });
});
