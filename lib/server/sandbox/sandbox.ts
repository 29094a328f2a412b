// How does a user's JavaScript answer a tool call without touching anything of ours?
import { idleThreadMs, mostThreads } from "./sandbox-limits";
import type { SandboxOutcome } from "./sandbox-message";
import { type SandboxCall, type SandboxThread, startThread } from "./sandbox-thread";

export type Sandbox = {
  /**
   * Runs one call in a thread of its own, in an interpreter nobody used before. Past `mostThreads` calls at a time it waits
   * for its turn.
   *
   * @returns the function's value as JSON, or its failure in words; rejects with the signal's reason when stopped
   */
  readonly run: (call: SandboxCall) => Promise<SandboxOutcome>;
  /** Ends every thread. */
  readonly close: () => void;
};

type Idle = { readonly thread: SandboxThread; readonly timer: NodeJS.Timeout };

export function createSandbox(): Sandbox {
  const turns = createTurns(mostThreads);
  const idle: Idle[] = [];
  const running = new Set<SandboxThread>();

  const takeThread = (): SandboxThread => {
    for (let kept = idle.pop(); kept !== undefined; kept = idle.pop()) {
      clearTimeout(kept.timer);
      if (kept.thread.reusable()) return kept.thread;
    }
    return startThread();
  };

  const keep = (thread: SandboxThread) => {
    const timer = setTimeout(() => {
      idle.splice(
        idle.findIndex((each) => each.thread === thread),
        1,
      );
      thread.end();
    }, idleThreadMs);
    timer.unref();
    idle.push({ thread, timer });
  };

  return {
    async run(call) {
      await turns.take(call.signal);
      const thread = takeThread();
      running.add(thread);
      try {
        return await thread.run(call);
      } finally {
        running.delete(thread);
        if (thread.reusable()) keep(thread);
        turns.giveBack();
      }
    },
    close: () => {
      for (const { thread, timer } of idle.splice(0)) {
        clearTimeout(timer);
        thread.end();
      }
      for (const thread of running) thread.end();
    },
  };
}

/** First come, first served; one that is stopped while it waits gives its place up. */
function createTurns(count: number) {
  let free = count;
  const waiting: (() => void)[] = [];
  return {
    take: (signal: AbortSignal): Promise<void> => {
      if (free > 0) {
        free -= 1;
        return Promise.resolve();
      }
      return new Promise((resolve, reject) => {
        const start = () => {
          signal.removeEventListener("abort", onAbort);
          resolve();
        };
        const onAbort = () => {
          waiting.splice(waiting.indexOf(start), 1);
          reject(signal.reason);
        };
        signal.addEventListener("abort", onAbort, { once: true });
        waiting.push(start);
      });
    },
    giveBack: (): void => {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    },
  };
}
