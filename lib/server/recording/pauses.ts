// Which calls wait for a person, and what ends such a wait?
import { isDeepStrictEqual } from "node:util";
import { decidedByPerson, type HumanDecision, type HumanQuestion } from "@/lib/protocol/human-decision";
import type { RunEventBody } from "@/lib/protocol/run-event";
import { ApiFailure } from "../door/api-failure";

/** What a call asks a person, and how long it waits. */
export type Question = {
  readonly waitsFor: HumanQuestion;
  readonly text?: string;
  readonly timeoutMs: number;
  /** @throws FieldError where a decision does not fit; the wait goes on */
  readonly check: (decision: HumanDecision) => void;
};

/** How a wait ended. `run-end`: the run was stopped, or failed elsewhere. */
export type WaitEnd =
  | { readonly by: "person"; readonly decision: HumanDecision }
  | { readonly by: "time-limit" }
  | { readonly by: "run-end" };

/** Asks and waits. Never rejects. */
export type Ask = (question: Question) => Promise<WaitEnd>;

export type Pauses = {
  readonly ask: (toolCallId: string, signal: AbortSignal, question: Question) => Promise<WaitEnd>;
  /**
   * Takes a person's decision. The same one again is no error: two tabs, or a second try after a lost connection.
   *
   * @throws ApiFailure 404 for a pause there never was, 409 for one that ended otherwise; FieldError where it does not fit
   */
  readonly decide: (pauseId: string, decision: HumanDecision) => void;
};

/** Time limits of the run stand still while anything waits for a person. */
export type WaitListener = { readonly waitOpened: () => void; readonly waitClosed: () => void };

type Wait = {
  readonly check: Question["check"];
  readonly close: (end: WaitEnd) => void;
  end: WaitEnd | null;
};

export function createPauses(emit: (event: RunEventBody) => void, listener: WaitListener): Pauses {
  const waits = new Map<string, Wait>();

  const ask: Pauses["ask"] = (toolCallId, signal, { waitsFor, text, timeoutMs, check }) => {
    if (signal.aborted) return Promise.resolve({ by: "run-end" });
    const pauseId = `p${waits.size + 1}`;
    return new Promise((resolve) => {
      const close = (end: WaitEnd) => {
        if (wait.end !== null) return;
        wait.end = end;
        clearTimeout(timer);
        signal.removeEventListener("abort", onAbort);
        const decision = end.by === "person" ? end.decision : null;
        emit({
          type: "resume",
          pauseId,
          decidedBy: end.by === "person" ? decidedByPerson : end.by,
          decision,
        });
        listener.waitClosed();
        resolve(end);
      };
      const onAbort = () => close({ by: "run-end" });
      const wait: Wait = { check, close, end: null };
      const timer = setTimeout(() => close({ by: "time-limit" }), timeoutMs);
      waits.set(pauseId, wait);
      signal.addEventListener("abort", onAbort);
      emit({
        type: "pause",
        pauseId,
        waitsFor,
        toolCallId,
        ...(text === undefined ? {} : { question: text }),
      });
      listener.waitOpened();
    });
  };

  return {
    ask,
    decide: (pauseId, decision) => {
      const wait = waits.get(pauseId);
      if (wait === undefined) {
        throw new ApiFailure(
          404,
          "not_found",
          `Nothing waits under the id "${pauseId}" in this run.`,
          "pauseId",
        );
      }
      if (wait.end !== null) {
        if (wait.end.by === "person" && isDeepStrictEqual(wait.end.decision, decision)) return;
        throw new ApiFailure(409, "already_decided", endText(wait.end), "pauseId");
      }
      wait.check(decision);
      wait.close({ by: "person", decision });
    },
  };
}

function endText(end: WaitEnd): string {
  if (end.by === "time-limit") return "Nobody decided in time: the call has gone on without a decision.";
  if (end.by === "run-end") return "The run has ended: there is nothing left to decide.";
  return `This was decided before: ${pastTense[end.decision.type]}.`;
}

const pastTense: Readonly<Record<HumanDecision["type"], string>> = {
  answer: "it was answered",
  approve: "it was approved",
  edit: "it was approved with another input",
  refuse: "it was refused",
};
