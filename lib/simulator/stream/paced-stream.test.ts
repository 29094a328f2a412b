// Do streams keep their pace, join what is ready, and end when the reader goes?

import { describe, expect, test, vi } from "vitest";
import { chunksOf } from "../testing/ask";
import { dueTimes, pacedStream } from "./paced-stream";

const frames = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ text: `${index};`, tokens: 1 }));
const read = (body: ReadableStream<Uint8Array>) => chunksOf({ status: 200, headers: [], body });

describe("a paced stream", () => {
  test("without a pace gives many events in one chunk", async () => {
    const chunks = await read(pacedStream(dueTimes(frames(4_000), 0), { kind: "close" }));
    expect(chunks).toHaveLength(1);
    expect(chunks.join("")).toBe(
      frames(4_000)
        .map(({ text }) => text)
        .join(""),
    );
  });

  test("keeps its pace over the whole of a reply, and joins what falls due together", async () => {
    const startedAt = performance.now();
    const chunks = await read(pacedStream(dueTimes(frames(200), 500), { kind: "close" }));
    const seconds = (performance.now() - startedAt) / 1000;
    expect(seconds).toBeGreaterThan(0.39);
    expect(seconds).toBeLessThan(0.6);
    expect(chunks.length).toBeLessThan(30);
    expect(chunks.join("")).toBe(
      frames(200)
        .map(({ text }) => text)
        .join(""),
    );
  });

  test("ends at once, and leaves no timer, when the caller aborts", async () => {
    const gone = new AbortController();
    const reading = read(pacedStream(dueTimes(frames(100), 0.01), { kind: "close" }, gone.signal));
    setTimeout(() => gone.abort(), 20);
    const startedAt = performance.now();
    expect(await reading).toEqual([]);
    expect(performance.now() - startedAt).toBeLessThan(500);
  });

  test("clears its timer when the reader cancels", async () => {
    vi.useFakeTimers();
    try {
      const reader = pacedStream(dueTimes(frames(3), 0.01), { kind: "close" }).getReader();
      const pending = reader.read();
      await vi.advanceTimersByTimeAsync(10);
      expect(vi.getTimerCount()).toBe(1);
      await reader.cancel();
      await pending;
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test("breaks off with an error where a reset is ordered", async () => {
    await expect(read(pacedStream(dueTimes(frames(2), 0), { kind: "reset" }))).rejects.toThrow("broke off");
  });
});
