// Which expectations does a header check keep or break, and with which code does it end?
import type { CheckVerdict } from "@/lib/run/header-check/check-verdict";
import { type CheckedCell, isUnreachable } from "./carried-out";

/** `not-shown`: the run broke off, or made no follow-up, and what it did send was right. */
export type CellOutcome = "kept" | "broken" | "not-shown" | "unreachable" | "left-out";

export const exitCodes = { fine: 0, broken: 1, usage: 2, unreachable: 3 } as const;

export function outcomeOf({ verdict }: CheckedCell): CellOutcome {
  if (verdict === null) return "left-out";
  if (isUnreachable(verdict)) return "unreachable";
  if (verdict.headers.some(({ fate }) => fate !== "arrived")) return "broken";
  return verdict.fate === "arrived" ? "kept" : "not-shown";
}

export function exitCodeOf(cells: readonly CheckedCell[]): number {
  const outcomes = cells.map(outcomeOf);
  if (outcomes.includes("unreachable")) return exitCodes.unreachable;
  return outcomes.some((outcome) => outcome === "broken" || outcome === "not-shown")
    ? exitCodes.broken
    : exitCodes.fine;
}

/** @returns why nothing could be shown, with what to do; empty where the run is no reason */
export function notShownText({ error, unseen, requests }: CheckVerdict): string {
  if (error !== null) return `${error.message}${error.fix === undefined ? "" : ` ${error.fix}`}`;
  if (unseen.includes("follow-up"))
    return `The model called no tool, so there was no follow-up: ${requests} request in all. Name a model that calls tools (--model).`;
  return unseen.length === 0 ? "The run broke off." : `No ${unseen.join(", no ")} was made.`;
}
