// What did a run come to, told once it has ended?
import { reduceRun } from "@/lib/run/reduce-run";
import { emptyRun, type Run } from "@/lib/run/run";
import { loadReader } from "./event-listener";
import { pollEvents } from "./poll-events";

export type EndedRun =
  | { readonly status: "ended"; readonly run: Run }
  | { readonly status: "not-found" }
  | { readonly status: "unreadable"; readonly message: string };

/**
 * Looks at a run, whether it goes on or is stored, until its last event is there. A lost connection is waited for, and none
 * is held open: several runs are waited for at a time.
 */
export function runToEnd(runId: string): Promise<EndedRun> {
  return new Promise((resolve) => {
    let run = emptyRun;
    const settle = (ended: EndedRun) => {
      close();
      resolve(ended);
    };
    const close = pollEvents(runId, loadReader, {
      event: (event) => {
        if (event.seq <= run.lastSeq) return;
        run = reduceRun(run, event);
        if (run.end !== null) settle({ status: "ended", run });
      },
      connection: (connection) => {
        if (connection === "not-found") settle({ status: "not-found" });
        if (connection === "ended" && run.end === null)
          settle({ status: "unreadable", message: "The log of this run has no end." });
      },
      problem: (message) => settle({ status: "unreadable", message }),
    });
  });
}
