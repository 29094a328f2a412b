// Is a run followed through lost connections, in order and to its end?
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RunEvent } from "@/lib/protocol/run-event";
import { createEventBuilder } from "@/lib/run/testing/event-builder";
import { openEventSource } from "./event-source";
import { FakeEventSource } from "./testing/fake-event-source";

const log = createEventBuilder().turn().request().reply().log();

function follow() {
  const told = { events: [] as RunEvent[], connections: [] as string[], problems: [] as string[] };
  const close = openEventSource("run-1", {
    event: (event) => told.events.push(event),
    connection: (connection) => told.connections.push(connection),
    problem: (problem) => told.problems.push(problem),
  });
  return { told, close };
}

/** The reader is loaded while events arrive already. */
const readerLoaded = () => vi.dynamicImportSettled();

beforeEach(() => {
  FakeEventSource.opened = [];
  vi.stubGlobal("EventSource", FakeEventSource);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a run that is followed", () => {
  it("tells every event in order, also those that came before the reader was loaded, and then the end", async () => {
    const { told } = follow();
    const source = FakeEventSource.newest();
    source.open();
    for (const event of log) source.send(event);
    source.end();
    await readerLoaded();
    expect(told.events.map((event) => event.seq)).toEqual(log.map((event) => event.seq));
    expect(told.connections).toEqual(["live", "ended"]);
    expect(source.readyState).toBe(FakeEventSource.CLOSED);
  });

  it("tells of events it cannot read and goes on with the next", async () => {
    const { told } = follow();
    const source = FakeEventSource.newest();
    await readerLoaded();
    source.onmessage?.({ data: "{" });
    source.send({ ...log[0], type: "no-such-type" });
    for (const event of log) source.send(event);
    expect(told.problems).toEqual([
      expect.stringContaining("not JSON"),
      expect.stringContaining("does not fit the protocol"),
    ]);
    expect(told.events).toHaveLength(log.length);
  });

  it("says nothing more once it is closed, not even what waited for the reader", async () => {
    const { told, close } = follow();
    const source = FakeEventSource.newest();
    source.send(log[0]);
    close();
    await readerLoaded();
    source.send(log[1]);
    expect(told.events).toEqual([]);
    expect(source.readyState).toBe(FakeEventSource.CLOSED);
  });
});

describe("a connection that is lost", () => {
  it("is left to the browser while the browser tries again by itself", () => {
    const { told, close } = follow();
    FakeEventSource.newest().lose("connecting");
    expect(told.connections).toEqual(["reconnecting"]);
    expect(FakeEventSource.opened).toHaveLength(1);
    close();
  });

  it("is opened again behind the last event where the server refused", async () => {
    vi.stubGlobal("fetch", async () => new Response("{}", { status: 503 }));
    const { told, close } = follow();
    await readerLoaded();
    vi.useFakeTimers();
    for (const event of log.slice(0, 3)) FakeEventSource.newest().send(event);
    FakeEventSource.newest().lose("closed");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(FakeEventSource.opened.map(({ url }) => url)).toEqual([
      "/api/runs/run-1/events",
      "/api/runs/run-1/events?after=2",
    ]);
    expect(told.connections).toEqual(["reconnecting"]);
    close();
  });

  it("is given up where the server knows no such run", async () => {
    vi.stubGlobal("fetch", async () => new Response("{}", { status: 404 }));
    vi.useFakeTimers();
    const { told } = follow();
    FakeEventSource.newest().lose("closed");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(told.connections).toEqual(["reconnecting", "not-found"]);
    expect(FakeEventSource.opened).toHaveLength(1);
  });
});
