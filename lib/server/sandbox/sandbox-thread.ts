// How is one call given to a thread, and its thread ended when the call must stop?
import { Worker } from "node:worker_threads";
import { sandboxMemoryBytes } from "./sandbox-limits";
import type {
  FetchRequest,
  FetchResponse,
  FromThread,
  SandboxJob,
  SandboxOutcome,
  ToThread,
} from "./sandbox-message";

/** What a call may use outside, and when it must end. */
export type SandboxCall = {
  readonly job: SandboxJob;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
  /** Rejects with an Error whose message may be shown to the model. */
  readonly fetch: (request: FetchRequest, signal: AbortSignal) => Promise<FetchResponse>;
};

export type SandboxThread = {
  /** Rejects with the signal's reason when the call is stopped; the thread is gone by then. */
  readonly run: (call: SandboxCall) => Promise<SandboxOutcome>;
  /** True where it may serve another call. */
  readonly reusable: () => boolean;
  readonly end: () => void;
};

export function startThread(): SandboxThread {
  const worker = new Worker(new URL("./sandbox-worker.ts", import.meta.url), {
    env: {},
    argv: [],
    execArgv: [],
    name: "toolscope-sandbox",
    // The interpreter's memory is outside of this heap; what is inside is the thread's own and the texts on their way.
    resourceLimits: { maxOldGenerationSizeMb: sandboxMemoryBytes / 1_048_576, stackSizeMb: 4 },
  });
  // Never the reason that the server stays up.
  worker.unref();
  let alive = true;
  worker.once("exit", () => {
    alive = false;
  });
  const end = () => {
    alive = false;
    void worker.terminate();
  };
  return {
    run: (call) => runCall(worker, call, end),
    reusable: () => alive,
    end,
  };
}

function runCall(worker: Worker, call: SandboxCall, end: () => void): Promise<SandboxOutcome> {
  return new Promise((resolve, reject) => {
    const fetches = new AbortController();
    const over = (settle: () => void) => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      call.signal.removeEventListener("abort", onAbort);
      fetches.abort();
      settle();
    };
    const onMessage = (message: FromThread) => {
      if (message.type === "log") call.log(message.line);
      else if (message.type === "fetch") void answerFetch(worker, call, message, fetches.signal);
      else {
        if (!message.reusable) end();
        over(() => resolve(message.outcome));
      }
    };
    const broke = (reason: string) => {
      end();
      over(() => resolve({ kind: "failure", text: `Error: the sandbox ended unexpectedly: ${reason}.` }));
    };
    const onError = (cause: Error) => broke(cause.message);
    const onExit = (code: number) => broke(`exit code ${code}`);
    const onAbort = () => {
      end();
      over(() => reject(call.signal.reason));
    };
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    call.signal.addEventListener("abort", onAbort);
    if (call.signal.aborted) onAbort();
    else worker.postMessage({ type: "job", job: call.job } satisfies ToThread);
  });
}

async function answerFetch(
  worker: Worker,
  call: SandboxCall,
  { id, request }: { readonly id: number; readonly request: FetchRequest },
  signal: AbortSignal,
): Promise<void> {
  const answer = await call.fetch(request, signal).then(
    (response): ToThread => ({ type: "fetched", id, response }),
    (cause): ToThread => ({
      type: "fetch-failed",
      id,
      reason: cause instanceof Error ? cause.message : String(cause),
    }),
  );
  worker.postMessage(answer);
}
