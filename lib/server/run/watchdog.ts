// When has a run waited too long?
import type { RunLimits } from "@/lib/protocol/run-request";
import type { ActivityListener } from "../recording/recorder";
import { RunFailure } from "../recording/run-failure";

/**
 * Aborts a run that exceeds its time limits: the whole run, or the silence of one open request. Tools have a limit of
 * their own, so the time they take does not count as silence. So do persons: while one is asked, the whole run's time
 * stands still.
 *
 * @param abort called at most once, with the cause as the reason
 */
export function createWatchdog(limits: RunLimits, abort: (reason: RunFailure) => void) {
  let openRequests = 0;
  let idle: NodeJS.Timeout | undefined;
  const total = interruptibleTimer(limits.totalTimeoutMs, () =>
    abort(tooLong("total-timeout", limits.totalTimeoutMs)),
  );
  let openWaits = 0;
  let stopped = false;
  const rest = () => {
    if (openRequests === 0) {
      clearTimeout(idle);
      idle = undefined;
    } else if (idle === undefined) {
      idle = setTimeout(() => abort(tooLong("idle-timeout", limits.idleTimeoutMs)), limits.idleTimeoutMs);
    } else {
      idle.refresh();
    }
  };
  const activity: ActivityListener = {
    requestOpened: () => {
      openRequests += 1;
      rest();
    },
    contentArrived: rest,
    requestClosed: () => {
      openRequests = Math.max(0, openRequests - 1);
      rest();
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
    clearTimeout(idle);
  };
  return { activity, stop };
}

/** A timer whose time can be made to stand still. */
function interruptibleTimer(limitMs: number, due: () => void) {
  let leftMs = limitMs;
  let startedAt = 0;
  let timer: NodeJS.Timeout | undefined;
  const goOn = () => {
    startedAt = performance.now();
    timer = setTimeout(due, leftMs);
  };
  const hold = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    leftMs = Math.max(0, leftMs - (performance.now() - startedAt));
  };
  goOn();
  return { hold, goOn };
}

function tooLong(code: "total-timeout" | "idle-timeout", limitMs: number): RunFailure {
  const seconds = `${(limitMs / 1_000).toLocaleString("en-US")} s`;
  return code === "idle-timeout"
    ? new RunFailure({
        code,
        message: `The provider sent no content for ${seconds}.`,
        fix: "Run again, or raise `limits.idleTimeoutMs`. Keep-alive pings do not count as content.",
      })
    : new RunFailure({
        code,
        message: `The run took longer than ${seconds}.`,
        fix: "Raise `limits.totalTimeoutMs`.",
      });
}
