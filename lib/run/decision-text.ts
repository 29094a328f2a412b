// How did a wait for a person end, in words?
import { isJsonObject } from "@/lib/protocol/json-object";
import type { Pause } from "./run";

const words: Readonly<Record<string, string>> = {
  answer: "Answered by a person",
  approve: "Approved by a person",
  edit: "Approved by a person, with another input",
  refuse: "Refused by a person",
};

/** @returns one sentence without its full stop: `"Refused by a person"`, `"Nobody decided in time"` */
export function decisionText({ endAt, decidedBy, decision }: Pause): string {
  if (endAt === null) return "Waiting for a person";
  if (decidedBy === "time-limit") return "Nobody decided in time";
  if (decidedBy === "run-end") return "The run ended before anybody decided";
  const type = isJsonObject(decision) ? String(decision.type) : "";
  return words[type] ?? `Decided by ${decidedBy}`;
}
