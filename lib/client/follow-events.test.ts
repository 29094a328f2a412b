// Is a run followed through lost connections, in order and to its end?
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RunEvent } from "@/lib/protocol/run-event";
import { createEventBuilder } from "@/lib/run/testing/event-builder";
import { followEvents } from "./follow-events";
import { FakeEventStream, streamed } from "./testing/fake-event-stream";

const log = createEventBuilder().turn().request().reply().log();

function follow() {
  const told = { events: [] as RunEvent[], connections: [] as string[], problems: [] as string[] };
  const close = followEvents("run-1", {
    event: (event) => told.events.push(event),
    connection: (connection) => told.connections.push(connection),
    problem: (problem) => told.problems.push(problem),
  });
  return { told, close };
}

/** What was sent has been read by the page, and the reader of events is there. */
const settled = async () => {
  await streamed();
  await vi.dynamicImportSettled();
};

beforeEach(() => {
  FakeEventStream.opened = [];
  vi.stubGlobal("fetch", FakeEventStream.fetch);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a run that is followed", () => {
  it("tells every event in order, also those that came before the reader was loaded, and then the end", async () => {
    const { told } = follow();
    const stream = FakeEventStream.newest();
    for (const event of log) stream.send(event);
    stream.end();
    await settled();
    expect(told.events.map((event) => event.seq)).toEqual(log.map((event) => event.seq));
    expect(told.connections).toEqual(["live", "ended"]);
    expect(stream.left).toBe(true);
  });

  it("tells of events it cannot read and goes on with the next", async () => {
    const { told, close } = follow();
    const stream = FakeEventStream.newest();
    stream.text("data: {\n\n: a comment, then half an event\n\nda");
    stream.text(`ta: ${JSON.stringify({ ...log[0], type: "no-such-type" })}\n\n`);
    for (const event of log) stream.send(event);
    await settled();
    expect(told.problems).toEqual([
      expect.stringContaining("not JSON"),
      expect.stringContaining("does not fit the protocol"),
    ]);
    expect(told.events).toHaveLength(log.length);
    close();
  });

  it("says nothing more once it is closed, not even what waited for the reader", async () => {
    const { told, close } = follow();
    const stream = FakeEventStream.newest();
    stream.send(log[0]);
    close();
    stream.send(log[1]);
    await settled();
    expect(told.events).toEqual([]);
    expect(stream.left).toBe(true);
    expect(FakeEventStream.opened).toHaveLength(1);
  });
});

describe("a connection that is lost", () => {
  it("is opened again behind the last event", async () => {
    const { told, close } = follow();
    for (const event of log.slice(0, 3)) FakeEventStream.newest().send(event);
    await settled();
    vi.useFakeTimers();
    FakeEventStream.newest().lose();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(FakeEventStream.opened.map(({ url }) => url)).toEqual([
      "/api/runs/run-1/events",
      "/api/runs/run-1/events?after=2",
    ]);
    expect(told.connections).toEqual(["live", "reconnecting"]);
    FakeEventStream.newest().open();
    await vi.advanceTimersByTimeAsync(0);
    expect(told.connections.at(-1)).toBe("live");
    close();
  });

  it("counts as lost when nothing comes for longer than the server's heartbeat", async () => {
    vi.useFakeTimers();
    const { told, close } = follow();
    FakeEventStream.newest().text(": still here\n\n");
    await vi.advanceTimersByTimeAsync(44_000);
    FakeEventStream.newest().text(": still here\n\n");
    await vi.advanceTimersByTimeAsync(44_000);
    expect(told.connections).toEqual(["live"]);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(told.connections).toEqual(["live", "reconnecting"]);
    expect(FakeEventStream.opened).toHaveLength(2);
    close();
  });

  it("is tried again where the server refused for now", async () => {
    vi.useFakeTimers();
    const { told, close } = follow();
    FakeEventStream.newest().refuse(503);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(told.connections).toEqual(["reconnecting"]);
    expect(FakeEventStream.opened).toHaveLength(2);
    close();
  });

  it("is given up where the server knows no such run", async () => {
    const { told } = follow();
    await settled();
    vi.useFakeTimers();
    FakeEventStream.newest().refuse(404);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(told.connections).toEqual(["not-found"]);
    expect(FakeEventStream.opened).toHaveLength(1);
  });

  it("that broke between the last event and the server's word of it is an end", async () => {
    const { told } = follow();
    for (const event of log) FakeEventStream.newest().send(event);
    await settled();
    FakeEventStream.newest().lose();
    await vi.waitFor(() => expect(told.connections.at(-1)).toBe("ended"));
  });
});

describe("a second run followed in the same tab", () => {
  it("has no stream of its own: its log is looked into, from where it was left, until the end", async () => {
    const asked: string[] = [];
    vi.stubGlobal("fetch", async (url: string, init?: RequestInit) => {
      if (url.includes("/events")) return FakeEventStream.fetch(url, init);
      asked.push(url);
      const after = Number(new URL(url, "http://localhost").searchParams.get("after"));
      const most = asked.length === 1 ? 3 : log.length;
      const lines = log.slice(after + 1, most).map((event) => `${JSON.stringify(event)}\n`);
      return new Response(lines.join(""));
    });
    const first = follow();
    const second = follow();
    await vi.waitFor(() => expect(second.told.connections.at(-1)).toBe("ended"), { timeout: 5_000 });
    expect(FakeEventStream.opened).toHaveLength(1);
    expect(second.told.events.map((event) => event.seq)).toEqual(log.map((event) => event.seq));
    expect(asked).toEqual(["/api/runs/run-1/log?after=-1", "/api/runs/run-1/log?after=2"]);
    first.close();
    const third = follow();
    expect(FakeEventStream.opened).toHaveLength(2);
    third.close();
  });
});
