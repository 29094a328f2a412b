// How does a program use the HTTP API, as one outside the repository would?
import { createParser } from "eventsource-parser";
import type { RunDetail } from "@/lib/protocol/run-summary";

/** Starts a run. @returns its id */
export async function postRun(
  origin: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<string> {
  const answer = await fetch(`${origin}/api/runs`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (answer.status !== 201) throw new Error(`${answer.status} ${text}`);
  return JSON.parse(text).runId;
}

export type Transcript = {
  /** The lines seen so far: the one at index n has the id n, or something is wrong. */
  readonly lines: string[];
  readonly ids: number[];
  /** True once the server said that nothing follows. */
  ended: boolean;
  /** Resolves when the stream is over, however it ended. */
  readonly done: Promise<void>;
  readonly leave: () => void;
};

/** Follows a run's events until the stream is over. */
export function followRun(origin: string, runId: string, after = -1): Transcript {
  const leaving = new AbortController();
  const transcript = { lines: [] as string[], ids: [] as number[], ended: false };
  const read = async () => {
    const answer = await fetch(`${origin}/api/runs/${runId}/events?after=${after}`, {
      signal: leaving.signal,
    });
    if (!answer.ok || answer.body === null) throw new Error(`events: ${answer.status}`);
    const parser = createParser({
      onEvent: ({ id, event, data }) => {
        if (event === "end") transcript.ended = true;
        if (id === undefined || event === "end") return;
        transcript.ids.push(Number(id));
        transcript.lines.push(data);
      },
    });
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) parser.feed(read.value);
  };
  return Object.assign(transcript, { done: read().catch(() => undefined), leave: () => leaving.abort() });
}

export async function storedLog(origin: string, runId: string): Promise<string[]> {
  const answer = await fetch(`${origin}/api/runs/${runId}/log`);
  if (!answer.ok) throw new Error(`log: ${answer.status}`);
  return (await answer.text()).split("\n").filter(Boolean);
}

export async function runDetail(origin: string, runId: string): Promise<RunDetail> {
  const answer = await fetch(`${origin}/api/runs/${runId}`);
  if (!answer.ok) throw new Error(`run: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** Waits for something to be so. @returns how long it took, in milliseconds */
export async function until(what: () => Promise<boolean>, withinMs: number): Promise<number> {
  const started = performance.now();
  while (performance.now() - started < withinMs) {
    if (await what()) return performance.now() - started;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`not within ${withinMs} ms`);
}
