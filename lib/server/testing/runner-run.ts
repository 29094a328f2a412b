// What does the SDK's tool runner send, and what log does it leave?
import type { RunRequestInput } from "@/lib/protocol/run-request";
import { type StubAnswer, startProviderStub } from "./provider-stub";
import { recordRun } from "./recorded-run";

export type RunnerChoice = Omit<Extract<RunRequestInput["engine"], { kind: "tool-runner" }>, "kind">;
export type RunnerInput = Omit<RunRequestInput, "provider" | "engine">;

/** Carries out a run with the tool runner against a stub. `bodies` are those of the requests that arrived, in order. */
export async function runnerRun(
  answers: readonly StubAnswer[],
  choice: RunnerChoice = {},
  input: RunnerInput = {},
) {
  const stub = await startProviderStub(answers);
  try {
    const engine = { kind: "tool-runner" as const, ...choice };
    const run = await recordRun(stub.baseURL, { prompt: "Go", ...input, engine });
    return { ...run, received: stub.received, bodies: stub.received.map((request) => request.body) };
  } finally {
    await stub.close();
  }
}
