// How long does an event take from the provider to the reader, while many runs go on at once?
import { createServer } from "node:http";

const message = {
  id: "msg_paced",
  type: "message",
  role: "assistant",
  model: "paced",
  content: [],
  stop_reason: null,
  stop_sequence: null,
  usage: { input_tokens: 10, output_tokens: 1 },
};
const sse = (event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
const beginning =
  sse({ type: "message_start", message }) +
  sse({ type: "content_block_start", index: 0, content_block: { type: "text", text: "" } });
const ending =
  sse({ type: "content_block_stop", index: 0 }) +
  sse({
    type: "message_delta",
    delta: { stop_reason: "end_turn", stop_sequence: null },
    usage: { output_tokens: 1 },
  }) +
  sse({ type: "message_stop" });

/** A delta that says when it was written, by this process's clock, and is as long as asked. */
const delta = (padding) =>
  sse({
    type: "content_block_delta",
    index: 0,
    delta: { type: "text_delta", text: `<${performance.now()}>${padding}` },
  });

/**
 * A provider that answers each request with a text at a pace.
 *
 * @param pace `events` in all, so many `perSecond`, each with so many `bytes` of text beside its time
 */
export function startPacedProvider({ events, perSecond, bytes = 0 }) {
  const padding = "x".repeat(bytes);
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(beginning);
    const started = performance.now();
    let sent = 0;
    const tick = setInterval(
      () => {
        const due = Math.min(events, Math.floor(((performance.now() - started) / 1_000) * perSecond));
        for (; sent < due; sent += 1) response.write(delta(padding));
        if (sent < events) return;
        clearInterval(tick);
        response.end(ending);
      },
      Math.min(20, 1_000 / perSecond),
    );
    response.on("close", () => clearInterval(tick));
  });
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      const baseURL = `http://127.0.0.1:${server.address().port}`;
      const close = () => {
        server.closeAllConnections();
        return new Promise((closed) => server.close(closed));
      };
      resolve({ baseURL, close });
    }),
  );
}

/** Starts a run against such a provider. @returns its id */
export async function startPacedRun(origin, baseURL) {
  const answer = await fetch(`${origin}/api/runs`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ prompt: "Go", tools: [], model: "paced", provider: { kind: "custom", baseURL } }),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
  return (await answer.json()).runId;
}

/** Reads a run to its end. @returns how long each delta was under way, in milliseconds, in the order they came */
export async function readPacedRun(origin, runId) {
  const answer = await fetch(`${origin}/api/runs/${runId}/events`);
  const delays = [];
  let rest = "";
  for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
    const now = performance.now();
    const text = rest + part;
    const whole = text.lastIndexOf("\n") + 1;
    for (const [, written] of text.slice(0, whole).matchAll(/"text":"<([\d.]+)>/g))
      delays.push(now - Number(written));
    rest = text.slice(whole);
  }
  return delays;
}

/** @returns every delay of all runs, and how many deltas never came */
export async function measurePacedRuns(origin, { runs, perSecond, seconds }) {
  const events = perSecond * seconds;
  const provider = await startPacedProvider({ events, perSecond });
  try {
    const read = await Promise.all(
      Array.from({ length: runs }, async () =>
        readPacedRun(origin, await startPacedRun(origin, provider.baseURL)),
      ),
    );
    const delays = read.flat();
    return { delays, lost: runs * events - delays.length, p95Ms: quantile(delays, 0.95) };
  } finally {
    await provider.close();
  }
}

export function quantile(numbers, share) {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
