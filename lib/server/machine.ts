// What does the server hold between requests, and what can be asked of it?
import "server-only";
import { runEntrySchema } from "@/lib/protocol/run-entry";
import type { ProviderChoice, RunRequest } from "@/lib/protocol/run-request";
import type { RunCommand } from "@/lib/protocol/run-summary";
import { emptyRun } from "@/lib/run/run";
import { entryOf } from "@/lib/run/run-entry";
import { ApiFailure } from "./door/api-failure";
import { refusalOf } from "./door/failure-response";
import { engineOf } from "./engines/engines";
import { type Environment, readEnvironment } from "./environment";
import { createMcpRegistry, type McpRegistry } from "./mcp/mcp-registry";
import { createFingerprint, type Fingerprint, installationKey } from "./recording/fingerprint";
import { loadRecording } from "./replay/load-recording";
import { openReplay } from "./replay/replay-shelf";
import { applyCommand } from "./run/apply-command";
import { detached } from "./run/detached";
import { executeRun } from "./run/execute-run";
import { closeAbandoned, describeRunAnew, keepSweeping, sweep } from "./run/history";
import { createLiveRuns, type LiveRuns } from "./run/live-runs";
import { createLogReader, type LogReader } from "./run/log-reader";
import type { RunLines } from "./run/run-lines";
import { planRun, type RunPlan } from "./run/run-plan";
import { type OpenGateway, throughGateway } from "./run/through-gateway";
import { isShuttingDown, onShutdown } from "./shutdown";
import { createFileRunStore } from "./store/file-run-store";
import { createPostgresRunStore } from "./store/postgres/postgres-run-store";
import { newRunId } from "./store/run-id";
import type { RunStore } from "./store/run-store";
import { StoreFailure, storing } from "./store/store-failure";
import { createStoreHealth, doubtingWriter, type StoreHealth } from "./store/store-health";

export type Machine = {
  /** Whose runs it shows: see scoped-machine.ts. */
  readonly scope: string;
  readonly store: RunStore;
  readonly live: LiveRuns;
  readonly reader: LogReader;
  readonly fingerprint: Fingerprint;
  readonly mcp: McpRegistry;
  readonly health: StoreHealth;
};

const machineKey = Symbol.for("toolscope.machine");
type Holder = typeof globalThis & { [machineKey]?: Machine };
const holder: Holder = globalThis;

/** The one machine of this process: route handlers are bundled apart and must share it. */
export function machine(): Machine {
  holder[machineKey] ??= createMachine(readEnvironment());
  return holder[machineKey];
}

/** @param place where logs and the key of the fingerprints are kept */
export function createMachine({
  dataDir,
  databaseURL,
}: Pick<Environment, "dataDir" | "databaseURL">): Machine {
  const key = storing(dataDir, () => installationKey(dataDir));
  const store = databaseURL === undefined ? createFileRunStore(dataDir) : createPostgresRunStore(databaseURL);
  const live = createLiveRuns();
  const made: Machine = {
    scope: "",
    store,
    live,
    reader: createLogReader(store),
    fingerprint: createFingerprint(key),
    mcp: createMcpRegistry(dataDir, key, readEnvironment),
    // What a full disk cut short is closed as soon as there is room.
    health: createStoreHealth(store, () => detached(() => void sweep(made))),
  };
  onShutdown(made.mcp.close);
  store.onCommand((runId, command) => {
    try {
      applyCommand(live.get(runId), command);
      return null;
    } catch (error) {
      return refusalOf(error);
    }
  });
  store.onRemoved((runId) => {
    live.remove(runId);
    made.reader.forget(runId);
  });
  detached(() => keepSweeping(made));
  return made;
}

/**
 * Starts a run, or finds the one that the same key started before.
 *
 * @param surroundings.simulatorURL gives the address of the simulator for a run, made ready for its scenario and faults
 * @param surroundings.recordedURL gives the address at which recorded replies answer a run
 * @throws FieldError where the request cannot be carried out; nothing was started then
 * @throws StoreFailure where its log cannot be kept
 */
export async function startRun(
  machine: Machine,
  request: RunRequest,
  idempotencyKey: string | null,
  surroundings: {
    readonly simulatorURL: (runId: string) => string;
    readonly recordedURL: (runId: string) => string;
    readonly openGateway: OpenGateway;
  },
): Promise<string> {
  const { store, live, fingerprint, mcp } = machine;
  if (isShuttingDown()) throw new StoreFailure("The server is about to end: run again in a moment.");
  const runId = newRunId(Date.now());
  const recording = await loadRecording(machine, request.provider);
  const simulatorURL =
    recording === null ? surroundings.simulatorURL(runId) : surroundings.recordedURL(runId);
  const place = { runId, simulatorURL, mcp };
  const direct = planRun(request, readEnvironment(), place, fingerprint);
  const created = await store.create(runId, idempotencyKey);
  if ("before" in created) return created.before;
  await describeBegun(store, runId, direct).catch(async (cause: unknown) => {
    await created.writer.close();
    await store.remove(runId).catch(() => false);
    throw cause;
  });
  const { plan, close } = throughGateway(direct, runId, surroundings.openGateway);
  const endReplay =
    recording === null ? () => undefined : openReplay(runId, recording, replaySpeed(request.provider));
  const writer = doubtingWriter(created.writer, machine.health.doubt);
  const run = detached(() => executeRun(runId, plan, engineOf(request.engine), writer));
  live.add(runId, run);
  void run.done.then(() => {
    close();
    endReplay();
    // Of what was shown and not stored the history says nothing: then the store is asked what it has.
    const held = run.log.isStored() ? run.log.slice(0, run.log.length()) : undefined;
    detached(() => setTimeout(() => void describeRunAnew(machine, runId, held), describeAfterMs));
  });
  return runId;
}

function replaySpeed(provider: ProviderChoice): number {
  return provider.kind === "recorded" ? provider.speed : 1;
}

/** Into the history before anything is done: a run that cannot be kept is not begun. */
async function describeBegun(store: RunStore, runId: string, { config, redactor }: RunPlan): Promise<void> {
  const begun = { ...emptyRun, runId, startedAt: new Date().toISOString(), config };
  // The prompt may hold a secret that was typed elsewhere too: an entry goes the way of every line of the log.
  const entry = redactor.line(JSON.stringify(entryOf(begun, [])));
  await store.describe(runEntrySchema.parse(JSON.parse(entry)));
}

/** Folding a whole log again takes its time: those who watch the run end come first, in milliseconds. */
const describeAfterMs = 100;

/** @returns the log of a run, live here, live on another server, or stored; null where there is no such run */
export async function linesOf(machine: Machine, runId: string): Promise<RunLines | null> {
  const running = machine.live.get(runId);
  if (running !== undefined) return running.log;
  const adopted = (await machine.reader.isOpen(runId)) ? await machine.store.adopt(runId) : null;
  if (adopted !== null) await closeAbandoned(machine, runId, adopted);
  return machine.reader.lines(runId);
}

/**
 * Hands a command to a run, whichever server carries it out.
 *
 * @returns false where there is no such run
 * @throws ApiFailure, FieldError for a decision that cannot be taken
 */
export async function commandRun(machine: Machine, runId: string, command: RunCommand): Promise<boolean> {
  const running = machine.live.get(runId);
  if (running !== undefined) {
    applyCommand(running, command);
    return true;
  }
  const lines = await linesOf(machine, runId);
  if (lines === null) return false;
  if (lines.ended()) {
    applyCommand(undefined, command);
    return true;
  }
  const refusal = await machine.store.send(runId, command);
  if (refusal === null) return true;
  throw new ApiFailure(refusal.status, refusal.code, refusal.message, refusal.field);
}

/** Forgets a run; one that goes on is stopped first. @returns false where there was no such run */
export async function removeRun(machine: Machine, runId: string): Promise<boolean> {
  const { store, live, reader } = machine;
  if (!(await commandRun(machine, runId, { type: "stop" }))) return false;
  await live.get(runId)?.done;
  live.remove(runId);
  reader.forget(runId);
  return store.remove(runId);
}
