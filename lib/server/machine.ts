// What does the server hold between requests, and what can be asked of it?
import "server-only";
import { runEntrySchema } from "@/lib/protocol/run-entry";
import type { RunRequest } from "@/lib/protocol/run-request";
import type { RunCommand } from "@/lib/protocol/run-summary";
import { emptyRun } from "@/lib/run/run";
import { entryOf } from "@/lib/run/run-entry";
import { engineOf } from "./engines/engines";
import { type Environment, readEnvironment } from "./environment";
import { createMcpRegistry, type McpRegistry } from "./mcp/mcp-registry";
import { createFingerprint, type Fingerprint, installationKey } from "./recording/fingerprint";
import { applyCommand } from "./run/apply-command";
import { detached } from "./run/detached";
import { executeRun } from "./run/execute-run";
import { closeAbandoned, describeRunAnew, keepSweeping } from "./run/history";
import { createLiveRuns, type LiveRuns } from "./run/live-runs";
import { createLogReader, type LogReader } from "./run/log-reader";
import type { RunLines } from "./run/run-lines";
import { planRun } from "./run/run-plan";
import { type OpenGateway, throughGateway } from "./run/through-gateway";
import { isShuttingDown, onShutdown } from "./shutdown";
import { createFileRunStore } from "./store/file-run-store";
import { createPostgresRunStore } from "./store/postgres/postgres-run-store";
import { newRunId } from "./store/run-id";
import type { RunStore } from "./store/run-store";
import { StoreFailure } from "./store/store-failure";

export type Machine = {
  readonly store: RunStore;
  readonly live: LiveRuns;
  readonly reader: LogReader;
  readonly fingerprint: Fingerprint;
  readonly mcp: McpRegistry;
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
  const store = databaseURL === undefined ? createFileRunStore(dataDir) : createPostgresRunStore(databaseURL);
  const live = createLiveRuns();
  const made: Machine = {
    store,
    live,
    reader: createLogReader(store),
    fingerprint: createFingerprint(installationKey(dataDir)),
    mcp: createMcpRegistry(dataDir, installationKey(dataDir), readEnvironment),
  };
  onShutdown(made.mcp.close);
  store.onCommand((runId, command) => {
    try {
      applyCommand(live.get(runId), command);
    } catch {
      // Whoever sent it from another server reads in the log what came of it.
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
 * @throws FieldError where the request cannot be carried out; nothing was started then
 * @throws StoreFailure where its log cannot be kept
 */
export async function startRun(
  machine: Machine,
  request: RunRequest,
  idempotencyKey: string | null,
  surroundings: { readonly simulatorURL: (runId: string) => string; readonly openGateway: OpenGateway },
): Promise<string> {
  const { store, live, fingerprint, mcp } = machine;
  if (isShuttingDown()) throw new StoreFailure("The server is about to end: run again in a moment.");
  const runId = newRunId(Date.now());
  const place = { runId, simulatorURL: surroundings.simulatorURL(runId), mcp };
  const direct = planRun(request, readEnvironment(), place, fingerprint);
  const created = await store.create(runId, idempotencyKey);
  if ("before" in created) return created.before;
  const { plan, close } = throughGateway(direct, runId, surroundings.openGateway);
  const run = detached(() => executeRun(runId, plan, engineOf(request.engine), created.writer));
  live.add(runId, run);
  void run.done.then(() => {
    close();
    detached(() => setTimeout(() => void describeRunAnew(machine, runId), describeAfterMs));
  });
  const begun = { ...emptyRun, runId, startedAt: new Date().toISOString(), config: plan.config };
  // The prompt may hold a secret that was typed elsewhere too: an entry goes the way of every line of the log.
  const entry = plan.redactor.line(JSON.stringify(entryOf(begun, [])));
  await store.describe(runEntrySchema.parse(JSON.parse(entry)));
  return runId;
}

/** Reading a whole log again takes its time: those who watch the run end come first, in milliseconds. */
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
  if (lines.ended()) applyCommand(undefined, command);
  else await machine.store.send(runId, command);
  return true;
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
