// When has a run waited too long?
import type { RunLimits } from "@/lib/protocol/run-request";
import { longestWaitMs, tooLongWait } from "../recording/asked-wait";
import type { ActivityListener } from "../recording/recorder";
import type { RunFailure } from "../recording/run-failure";
import { interruptibleTimer } from "./interruptible-timer";
import { type TimeLimit, tooLong } from "./too-long";

/** Who repeats a failed request in spite of an asked wait of more than a minute does so within this time, in milliseconds. */
const patienceMs = 10_000;

/**
 * Aborts a run that exceeds its time limits: the whole run, or one open request that does not connect, does not answer or
 * falls silent. Tools have a limit of their own, so the time they take does not count as silence. So do persons: while one
 * is asked, the whole run's time stands still.
 *
 * @param abort called at most once, with the cause as the reason
 */
export function createWatchdog(limits: RunLimits, abort: (reason: RunFailure) => void) {
  const timers = new Set<NodeJS.Timeout>();
  const after = (ms: number, reason: () => RunFailure) => {
    const timer = setTimeout(() => abort(reason()), ms);
    timers.add(timer);
    return timer;
  };
  const cancel = (timer: NodeJS.Timeout | undefined) => {
    clearTimeout(timer);
    if (timer !== undefined) timers.delete(timer);
  };
  const total = interruptibleTimer(limits.totalTimeoutMs, () =>
    abort(tooLong("totalTimeoutMs", limits.totalTimeoutMs)),
  );
  const firstByte = limits.firstByteTimeoutMs === undefined ? "idleTimeoutMs" : "firstByteTimeoutMs";
  let asleep: NodeJS.Timeout | undefined;
  let openWaits = 0;
  let stopped = false;

  const activity: ActivityListener = {
    requestOpened: () => {
      cancel(asleep);
      const limited = (limit: TimeLimit) => {
        const ms = limits[limit] ?? limits.idleTimeoutMs;
        return after(ms, () => tooLong(limit, ms));
      };
      let phase: TimeLimit = "connectTimeoutMs";
      let timer: NodeJS.Timeout | undefined = stopped ? undefined : limited(phase);
      const enter = (next: TimeLimit) => {
        if (timer === undefined) return;
        if (phase === next) {
          timer.refresh();
          return;
        }
        cancel(timer);
        phase = next;
        timer = limited(next);
      };
      return {
        sent: () => enter(firstByte),
        contentArrived: () => enter("idleTimeoutMs"),
        closed: (refusal) => {
          cancel(timer);
          timer = undefined;
          const askedMs = refusal?.askedWaitMs ?? 0;
          if (askedMs > longestWaitMs && !stopped)
            asleep = after(patienceMs, () => tooLongWait(refusal?.status, askedMs));
        },
      };
    },
    waitOpened: () => {
      openWaits += 1;
      total.hold();
    },
    waitClosed: () => {
      openWaits -= 1;
      if (openWaits === 0 && !stopped) total.goOn();
    },
  };
  const stop = () => {
    stopped = true;
    total.hold();
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
  };
  return { activity, stop };
}
