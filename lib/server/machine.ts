// What does the server hold between requests, and what can be asked of it?
import "server-only";
import type { RunRequest } from "@/lib/protocol/run-request";
import { engineOf } from "./engines/engines";
import { readEnvironment } from "./environment";
import { createFingerprint, type Fingerprint, installationKey } from "./recording/fingerprint";
import { detached } from "./run/detached";
import { executeRun } from "./run/execute-run";
import { createLiveRuns, type LiveRuns } from "./run/live-runs";
import { type RunLines, storedLines } from "./run/run-lines";
import { planRun } from "./run/run-plan";
import { type OpenGateway, throughGateway } from "./run/through-gateway";
import { closeInterrupted } from "./store/close-interrupted";
import { createFileRunStore } from "./store/file-run-store";
import { newRunId } from "./store/run-id";
import type { RunStore } from "./store/run-store";

export type Machine = {
  readonly store: RunStore;
  readonly live: LiveRuns;
  readonly fingerprint: Fingerprint;
  /** Run ids by `Idempotency-Key`, newest last. */
  readonly started: Map<string, string>;
};

const machineKey = Symbol.for("toolscope.machine");
type Holder = typeof globalThis & { [machineKey]?: Machine };
const holder: Holder = globalThis;

/** The one machine of this process: route handlers are bundled apart and must share it. */
export function machine(): Machine {
  holder[machineKey] ??= createMachine(readEnvironment().dataDir);
  return holder[machineKey];
}

/** @param dataDir where logs and the key of the fingerprints are kept */
export function createMachine(dataDir: string): Machine {
  return {
    store: createFileRunStore(dataDir),
    live: createLiveRuns(),
    fingerprint: createFingerprint(installationKey(dataDir)),
    started: new Map(),
  };
}

/** Keys older than the newest thousand are forgotten: they guard against a repeated send, not against a repeated wish. */
const mostKeys = 1_000;

/**
 * Starts a run, or finds the one that the same key started before.
 *
 * @param surroundings.simulatorURL gives the address of the simulator for a run, made ready for its scenario and faults
 * @throws FieldError where the request cannot be carried out; nothing was started then
 */
export function startRun(
  { store, live, fingerprint, started }: Machine,
  request: RunRequest,
  idempotencyKey: string | null,
  surroundings: { readonly simulatorURL: (runId: string) => string; readonly openGateway: OpenGateway },
): string {
  const before = idempotencyKey === null ? undefined : started.get(idempotencyKey);
  if (before !== undefined) return before;
  const runId = newRunId(Date.now());
  const place = { runId, simulatorURL: surroundings.simulatorURL(runId) };
  const direct = planRun(request, readEnvironment(), place, fingerprint);
  const { plan, close } = throughGateway(direct, runId, surroundings.openGateway);
  const run = detached(() => executeRun(runId, plan, engineOf(request.engine), store.create(runId)));
  live.add(runId, run);
  void run.done.then(close);
  if (idempotencyKey !== null) {
    started.set(idempotencyKey, runId);
    const oldest = started.keys().next().value;
    if (started.size > mostKeys && oldest !== undefined) started.delete(oldest);
  }
  return runId;
}

/** @returns the log of a run, live or stored; null where there is no such run */
export async function linesOf({ store, live }: Machine, runId: string): Promise<RunLines | null> {
  const running = live.get(runId);
  if (running !== undefined) return running.log;
  const lines = await store.read(runId);
  return lines === null ? null : storedLines(closeInterrupted(store, runId, lines));
}

/** Forgets a run; one that goes on is stopped first. @returns false where there was no such run */
export async function removeRun({ store, live }: Machine, runId: string): Promise<boolean> {
  const running = live.get(runId);
  running?.stop();
  await running?.done;
  live.remove(runId);
  return store.remove(runId);
}
