// How does a planned run go from its first event to its last?

import type { RunError } from "@/lib/protocol/run-error";
import { protocolVersion, type RunEventBody } from "@/lib/protocol/run-event";
import { isRetryable } from "@/lib/run/retryable";
import type { Engine, EngineContext } from "../engines/engine";
import type { Fetch } from "../recording/recorded-fetch";
import { createRecorder, type Recorder } from "../recording/recorder";
import { RunFailure, RunInterrupted, RunStopped } from "../recording/run-failure";
import { tooLarge } from "../recording/too-large";
import { interruptedError, stoppedError } from "../recording/transport-error";
import type { RunLogWriter } from "../store/run-store";
import { StoreFailure } from "../store/store-failure";
import { unknownTool } from "../tools/unknown-tool";
import { failureOf } from "./failure";
import { runDispatcher } from "./run-dispatcher";
import { createRunLog, type RunLog } from "./run-log";
import type { RunPlan } from "./run-plan";
import { createWatchdog } from "./watchdog";

export type RunningRun = {
  readonly log: RunLog;
  /** Aborts the provider's request and every running tool. Harmless when the run has ended. */
  readonly stop: () => void;
  /** The same, because the server ends. */
  readonly interrupt: () => void;
  /** Takes what a person decides about a call that waits, see pauses.ts. */
  readonly decide: Recorder["decide"];
  /** Resolves after run-end was stored, or the store refused it; never rejects. */
  readonly done: Promise<void>;
};

/** Starts a run and lets it go on by itself: nobody has to stay for it to finish. */
export function executeRun(runId: string, plan: RunPlan, engine: Engine, writer: RunLogWriter): RunningRun {
  const startedAt = new Date();
  const zero = performance.now();
  const controller = new AbortController();
  const abort = (reason: Error) => controller.abort(reason);
  const { maxRunBytes } = plan.request.limits;
  const log = createRunLog(writer, {
    clock: () => performance.now() - zero,
    redactLine: plan.redactor.line,
    onWriteFailure: (cause) => abort(unwritable(cause)),
    mostBytes: maxRunBytes,
    onOutgrown: () => abort(tooLarge("maxRunBytes", maxRunBytes)),
  });
  const watchdog = createWatchdog(plan.request.limits, abort);
  const recorder = createRecorder({
    sink: log,
    redactor: plan.redactor,
    activity: watchdog.activity,
    limits: plan.request.limits,
    fetch: boundFetch(controller.signal),
    abortReason: () => (controller.signal.aborted ? controller.signal.reason : undefined),
  });
  log.event({
    type: "run-start",
    protocolVersion,
    runId,
    startedAt: startedAt.toISOString(),
    config: plan.config,
  });

  const finish = async () => {
    const end = await outcomeOf(engine, engineContext(plan, recorder, controller.signal), recorder);
    watchdog.stop();
    // Whatever an engine left running when it failed is not left running here.
    abort(new RunStopped());
    recorder.close(closingError(end));
    log.event(end);
    await log.settled;
  };
  return {
    log,
    stop: () => abort(new RunStopped()),
    interrupt: () => abort(new RunInterrupted()),
    decide: recorder.decide,
    done: finish(),
  };
}

/**
 * Whatever client an engine uses: a request and its connection end with their run (SDK 0.63's runner takes no signal), and
 * custom headers and the prompt do not follow a redirect to an origin nobody typed.
 */
function boundFetch(runSignal: AbortSignal): Fetch {
  const dispatcher = runDispatcher(runSignal);
  return (input, init) => {
    const signal = init?.signal == null ? runSignal : AbortSignal.any([init.signal, runSignal]);
    const bound = { ...init, redirect: "manual" as const, signal, dispatcher };
    return fetch(input, bound);
  };
}

function engineContext(plan: RunPlan, recorder: Recorder, signal: AbortSignal): EngineContext {
  const names = plan.tools.map((tool) => tool.name);
  return {
    request: plan.request,
    messages: plan.messages,
    credential: plan.endpoint.credential,
    baseURL: plan.endpoint.baseURL,
    fetch: recorder.fetch,
    tools: plan.tools.map(recorder.tool),
    unknownTool: (name) => recorder.tool(unknownTool(name, names)),
    serverTools: plan.serverTools,
    signal,
  };
}

/** Why what is still open at the end never finished. */
function closingError(end: RunEnd): RunError {
  if (end.outcome === "failed") return end.error;
  return end.outcome === "interrupted" ? interruptedError : stoppedError;
}

type RunEnd = Extract<RunEventBody, { type: "run-end" }>;

/** An engine that takes a cut response for a whole one (the AI SDK does) does not make a run complete. */
async function outcomeOf(engine: Engine, context: EngineContext, recorder: Recorder): Promise<RunEnd> {
  try {
    const end = await Promise.race([engine(context), cutOff(context.signal)]);
    const cut = end.outcome === "completed" ? recorder.lastError() : null;
    return cut === null ? { type: "run-end", ...end } : failed(cut);
  } catch (cause) {
    const reason: unknown = context.signal.aborted ? context.signal.reason : cause;
    if (reason instanceof RunInterrupted) return { type: "run-end", outcome: "interrupted" };
    if (reason instanceof RunStopped) return { type: "run-end", outcome: "stopped" };
    return failed(errorOf(reason, recorder));
  }
}

function failed(error: RunError): RunEnd {
  const retryable = isRetryable(error);
  return {
    type: "run-end",
    outcome: "failed",
    error: { ...error, ...(retryable === undefined ? {} : { retryable }) },
  };
}

/** How long an engine has to end by itself after a stop, in milliseconds. Older SDKs sleep through one before a retry. */
const graceMs = 300;

function cutOff(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => setTimeout(() => reject(signal.reason), graceMs), { once: true });
  });
}

/** What the recorder saw names the cause better than what the SDK made of it. */
function errorOf(reason: unknown, recorder: Recorder): RunError {
  const seen = recorder.lastError();
  const told = failureOf(reason);
  if (!(reason instanceof RunFailure)) return seen ?? told;
  return told.code === "truncated-stream" && seen !== null ? seen : told;
}

function unwritable(cause: unknown): RunFailure {
  const detail =
    cause instanceof StoreFailure ? cause.message : `The log of the run cannot be written: ${String(cause)}.`;
  return new RunFailure({
    code: "internal",
    message: `${detail} What is on screen of this run is not all stored.`,
    fix: "Make room, or make the data directory (TOOLSCOPE_DATA_DIR) writable, and run again.",
  });
}
