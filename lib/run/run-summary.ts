// What does the history say about a run in one row?
import { isJsonObject } from "@/lib/protocol/json-object";
import type { RunSummary } from "@/lib/protocol/run-summary";
import type { Run } from "./run";

const longestTitle = 120;

/** @param findings how many there are: counting them is the caller's, since they cost more than the rest */
export function summaryOf(run: Run, findings: number): RunSummary {
  return {
    id: run.runId,
    title: titleOf(run),
    startedAt: run.startedAt,
    outcome: run.end?.outcome ?? null,
    engine: run.config?.engine.kind ?? "",
    provider: run.config?.provider.kind ?? "",
    model: run.config?.model ?? "",
    turns: run.turns.length,
    calls: run.turns.reduce((sum, turn) => sum + (turn.batch?.calls.length ?? 0), 0),
    findings,
    durationMs: run.lastAt,
    pinned: false,
    imported: false,
  };
}

/** @returns the beginning of what was asked first, on one line */
export function titleOf(run: Run): string {
  const line = askedText(run).replace(/\s+/g, " ").trim();
  return line.length > longestTitle ? `${line.slice(0, longestTitle - 1)}…` : line || "Untitled run";
}

/** @returns what was asked first: the prompt, or the first text of a user */
export function askedText(run: Run): string {
  return run.config?.prompt ?? firstUserText(run.config?.messages ?? []);
}

function firstUserText(messages: readonly { role: string; content: unknown }[]): string {
  const content = messages.find((message) => message.role === "user")?.content;
  if (typeof content === "string") return content;
  const blocks = Array.isArray(content) ? content.filter(isJsonObject) : [];
  const text = blocks.find((block) => block.type === "text")?.text;
  return typeof text === "string" ? text : "";
}
