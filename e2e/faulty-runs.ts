// How does a test put runs of the built app through a faulty provider?
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "@playwright/test";
import type { EngineChoice } from "@/lib/protocol/engine-choice";
import { checkEventOrder } from "@/lib/protocol/event-order";
import { type RunEventOf, type RunEventType, runEventSchema } from "@/lib/protocol/run-event";
import type { RunRequestInput } from "@/lib/protocol/run-request";
import { type ProviderStub, type StubAnswer, startProviderStub } from "@/lib/server/testing/provider-stub";
import { followRun, postRun, storedLog } from "./api-client";

/** The engines that are held to the cases; the AI SDK is by the unit tests, since its own waits are long. */
export const engines: [string, { readonly engine: EngineChoice }][] = [
  ["manual loop", { engine: { kind: "manual" } }],
  ["tool runner", { engine: { kind: "tool-runner", thread: false } }],
];

export type FaultyRun = {
  readonly of: <Type extends RunEventType>(type: Type) => RunEventOf<Type>[];
  readonly end: RunEventOf<"run-end">;
  /** Its log, as it is stored. */
  readonly text: string;
  /** Every answer's content that was kept, as text. */
  readonly kept: string;
  /** From the provider's first request to the end of the run, as the caller sees both, in milliseconds. */
  readonly tookMs: number;
  readonly provider: ProviderStub;
  /** How often the run's one tool was really called. */
  readonly toolCalls: number;
};

type Options = {
  readonly fields?: Partial<RunRequestInput>;
  readonly apiKey?: string;
  /** Called with the run's id as soon as the provider was asked. */
  readonly during?: (runId: string) => Promise<void>;
};

/**
 * Carries out a run whose provider answers like this, each time the last answer once more, and whose only tool, get_weather,
 * is a trap that counts. What a reader of its events was shown is what is stored, and in the order of the grammar.
 */
export async function runAgainst(
  origin: string,
  answers: readonly StubAnswer[],
  { fields = {}, apiKey, during }: Options = {},
): Promise<FaultyRun> {
  const provider = await startProviderStub(answers);
  const trap = await startTrap();
  try {
    const runId = await postRun(origin, {
      prompt: "Go",
      provider: { kind: "custom", baseURL: provider.baseURL, ...(apiKey === undefined ? {} : { apiKey }) },
      tools: [trap.tool],
      ...fields,
    });
    const transcript = followRun(origin, runId);
    await provider.asked;
    const asked = performance.now();
    await during?.(runId);
    await transcript.done;
    const tookMs = performance.now() - asked;
    return {
      ...(await storedRun(origin, runId, transcript.lines)),
      tookMs,
      provider,
      toolCalls: trap.hits(),
    };
  } finally {
    trap.close();
    await provider.close();
  }
}

/** @param shown what a reader was shown of the run */
export async function storedRun(origin: string, runId: string, shown: readonly string[]) {
  const lines = await storedLog(origin, runId);
  expect(lines).toEqual(shown);
  const events = lines.map((line) => runEventSchema.parse(JSON.parse(line)));
  expect(checkEventOrder(events)).toEqual([]);
  const of = <Type extends RunEventType>(type: Type) =>
    events.filter((event): event is RunEventOf<Type> => event.type === type);
  const [end] = of("run-end");
  if (end === undefined) throw new Error("the log has no run-end");
  return { of, end, text: lines.join("\n"), kept: JSON.stringify(of("response-chunk")) };
}

export async function stopRun(origin: string, runId: string): Promise<void> {
  const answer = await fetch(`${origin}/api/runs/${runId}/commands`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ type: "stop" }),
  });
  if (!answer.ok) throw new Error(`stop: ${answer.status} ${await answer.text()}`);
}

async function startTrap() {
  let hits = 0;
  const server = createServer((_request, response) => {
    hits += 1;
    response.end("Sunny.");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const tool = {
    name: "get_weather",
    description: "Counts its calls.",
    inputSchema: { type: "object" },
    handler: { kind: "http" as const, method: "GET" as const, url: `http://127.0.0.1:${port}/` },
  };
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { tool, hits: () => hits, close };
}
