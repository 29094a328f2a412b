// What log does a run leave, carried out by the real machine against whatever answers at an address?
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { checkEventOrder } from "@/lib/protocol/event-order";
import { type RunEvent, type RunEventOf, type RunEventType, runEventSchema } from "@/lib/protocol/run-event";
import { type RunRequestInput, runRequestSchema } from "@/lib/protocol/run-request";
import { engineOf } from "../engines/engines";
import { readEnvironment } from "../environment";
import { createMcpRegistry, type McpRegistry } from "../mcp/mcp-registry";
import { createFingerprint } from "../recording/fingerprint";
import { executeRun, type RunningRun } from "../run/execute-run";
import { planRun } from "../run/run-plan";
import { type OpenGateway, throughGateway } from "../run/through-gateway";
import { createFileRunStore } from "../store/file-run-store";
import { newRunId } from "../store/run-id";

export type RecordedRun = {
  readonly events: readonly RunEvent[];
  readonly lines: readonly string[];
  readonly of: <Type extends RunEventType>(type: Type) => RunEventOf<Type>[];
  readonly end: RunEventOf<"run-end">;
};

type Options = {
  readonly variables?: Readonly<Record<string, string>>;
  /** Puts the run through a gateway. */
  readonly gateway?: OpenGateway;
  /** Left out, there are no MCP servers. */
  readonly mcp?: McpRegistry;
  /** Called as soon as the run goes on. */
  readonly during?: (run: RunningRun) => void | Promise<void>;
};

/** Carries out a run and checks its log: every event fits the schema, and their order the grammar. */
export async function recordRun(
  baseURL: string,
  input: Omit<RunRequestInput, "provider"> & { apiKey?: string },
  { variables = {}, gateway, mcp, during }: Options = {},
): Promise<RecordedRun> {
  const { apiKey, ...fields } = input;
  const key = apiKey === undefined ? {} : { apiKey };
  const provider = { kind: "custom" as const, baseURL, ...key, gateway: gateway !== undefined };
  const request = runRequestSchema.parse({ ...fields, provider });
  const dataDir = mkdtempSync(join(tmpdir(), "toolscope-test-"));
  const store = createFileRunStore(dataDir);
  const runId = newRunId(Date.now());
  try {
    const direct = planRun(
      request,
      readEnvironment(variables),
      {
        runId,
        simulatorURL: "",
        mcp: mcp ?? createMcpRegistry(dataDir, Buffer.from("test key"), () => readEnvironment(variables)),
      },
      createFingerprint(Buffer.from("test key")),
    );
    const { plan, close } = throughGateway(direct, runId, gateway ?? noGateway);
    const created = await store.create(runId, null);
    if ("before" in created) throw new Error("a run without a key is always a new one");
    const run = executeRun(runId, plan, engineOf(request.engine), created.writer);
    await during?.(run);
    await run.done;
    close();
    const lines = (await store.read(runId)) ?? [];
    const events = lines.map((line) => runEventSchema.parse(JSON.parse(line)));
    expect(checkEventOrder(events)).toEqual([]);
    return recorded(events, lines);
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}

const noGateway: OpenGateway = () => {
  throw new Error("this run goes through no gateway");
};

function recorded(events: readonly RunEvent[], lines: readonly string[]): RecordedRun {
  const of = <Type extends RunEventType>(type: Type) =>
    events.filter((event): event is RunEventOf<Type> => event.type === type);
  const end = of("run-end")[0];
  if (end === undefined) throw new Error("the log has no run-end");
  return { events, lines, of, end };
}
