// Which configuration has a run whose test does not care about it?
import type { RunConfig } from "@/lib/protocol/run-config";

/** @returns a plain run against the simulator, with the given fields changed */
export function exampleConfig(changes: Partial<RunConfig> = {}): RunConfig {
  return {
    prompt: "What is the weather in Paris?",
    model: "claude-opus-5-5",
    maxTokens: 4_096,
    stream: true,
    params: {},
    tools: ["get_weather"],
    engine: { kind: "manual" },
    execution: "parallel",
    provider: { kind: "simulator", baseURL: "http://localhost:3000/simulator", credential: "placeholder" },
    headers: { default: [], perRequest: [], environment: [] },
    expectations: [],
    limits: {
      maxTurns: 25,
      toolTimeoutMs: 30_000,
      connectTimeoutMs: 10_000,
      idleTimeoutMs: 60_000,
      totalTimeoutMs: 600_000,
      humanTimeoutMs: 3_600_000,
      maxEventBytes: 32_000_000,
      maxResponseBytes: 64_000_000,
      maxRunBytes: 256_000_000,
    },
    faults: [],
    ...changes,
  };
}
