// Do events reach the screen once each, and in one change per frame?
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createEventBuilder } from "@/lib/run/testing/event-builder";
import { openRun, runStore } from "./run-store";
import { FakeEventStream, streamed } from "./testing/fake-event-stream";
import { fakeFrames } from "./testing/fake-frames";

const log = createEventBuilder().turn().request().reply().log();
const frames = fakeFrames();

beforeEach(() => {
  FakeEventStream.opened = [];
  vi.stubGlobal("fetch", FakeEventStream.fetch);
  frames.install();
});

afterEach(() => {
  openRun(null);
  vi.unstubAllGlobals();
});

/** Opens the run with its reader loaded. */
async function opened() {
  const close = openRun("run-1");
  await vi.dynamicImportSettled();
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
    openRun("run-2");
    expect(runStore.getState()).toMatchObject({ runId: "run-2", connection: "connecting", events: [] });
  });
});
