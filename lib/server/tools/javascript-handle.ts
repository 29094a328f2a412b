// How does a user's own function answer a call?
import { Script } from "node:vm";
import type { ToolHandler } from "@/lib/protocol/tool-handler";
import { FieldError } from "../door/field-error";
import { guardedFetch } from "../outbound/guarded-fetch";
import { type OutboundPolicy, originsIn } from "../outbound/outbound-policy";
import { createSandbox } from "../sandbox/sandbox";
import { ToolFailure } from "./tool-failure";
import type { ToolHandle } from "./tool-handle";

/** One for the process: its threads are shared by all runs, and there is none before the first call. */
const sandbox = createSandbox();

/**
 * What the function fetches goes through the outbound guard; an address that stands in its source counts as typed.
 *
 * @param field where the handler stands in the run request
 * @throws FieldError where the source does not parse, with its line
 */
export function javascriptHandle(
  { source }: Extract<ToolHandler, { kind: "javascript" }>,
  field: string,
  network: Omit<OutboundPolicy, "typed">,
): ToolHandle {
  checkSource(source, field);
  const policy = { ...network, typed: originsIn(source) };
  return async (input, { signal, log }) => {
    const outcome = await sandbox.run({
      job: { source, inputJson: JSON.stringify(input) },
      signal,
      log,
      fetch: (request, fetchSignal) => guardedFetch(request, { policy, signal: fetchSignal }),
    });
    if (outcome.kind === "failure") throw new ToolFailure(outcome.text);
    return outcome.json === null ? undefined : JSON.parse(outcome.json);
  };
}

function checkSource(source: string, field: string): void {
  const problem = sourceProblem(source);
  if (problem === null) return;
  const line = problem.line === null ? "" : ` (line ${problem.line})`;
  throw new FieldError(
    `${field}.source`,
    `the source is no JavaScript function expression: ${problem.reason}${line}. ` +
      "Write one such as: async (input) => ({ city: input.city })",
  );
}

/**
 * Parsed, never run: what it does is found out in the sandbox only.
 *
 * @returns why the source does not parse, and its line counted from 1; null where it does
 */
export function sourceProblem(
  source: string,
): { readonly reason: string; readonly line: number | null } | null {
  try {
    new Script(`(${source}\n)`, { filename: "tool.js" });
    return null;
  } catch (cause) {
    if (!(cause instanceof Error)) return { reason: String(cause), line: null };
    const line = /tool\.js:(\d+)/.exec(cause.stack ?? "")?.[1];
    return { reason: cause.message, line: line === undefined ? null : Number(line) };
  }
}
