// Which calls waited for one another without need?
import { isJsonObject } from "@/lib/protocol/json-object";
import type { Finding } from "@/lib/protocol/run-summary";
import { batchTiming } from "../batch-timing";
import { callOrderOf } from "../call-order";
import { countOf, durationText } from "../quantity-text";
import { stopReasonOf } from "../reply-of-turn";
import type { Run, ToolCall, Turn } from "../run";

/** Calls of one batch that ran one after another, and calls that came one per turn though nothing tied them. */
export function sequentialCalls(run: Run): Finding[] {
  return [...oneByOneInBatch(run), ...oneByOneAcrossTurns(run)];
}

function oneByOneInBatch(run: Run): Finding[] {
  return run.turns.flatMap((turn) => {
    if (turn.batch === null || turn.batch.endAt === null || turn.batch.calls.length < 2) return [];
    const timing = batchTiming(turn.batch, turn.batch.endAt);
    const saved = timing.wallMs - (timing.slowest?.ms ?? 0);
    if (timing.peakOverlap > 1 || saved < 1) return [];
    return [
      {
        code: "sequential-calls",
        severity: "warning",
        message: `The ${timing.calls} calls of turn ${turn.index + 1} ran one after another: ${durationText(timing.wallMs)}. At the same time they would have taken about ${durationText(timing.slowest?.ms ?? 0)}.`,
        fix:
          run.config?.execution === "sequential"
            ? `Set execution to parallel: it saves about ${durationText(saved)} here.`
            : `Start all calls of a reply before waiting for any: it saves about ${durationText(saved)} here.`,
        turnId: turn.turnId,
      },
    ];
  });
}

function oneByOneAcrossTurns(run: Run): Finding[] {
  const given = userText(run);
  const rows: Turn[][] = [];
  for (const turn of run.turns) {
    const row = rows.at(-1);
    const before = row?.at(-1);
    const call = onlyCall(turn);
    if (call === null) rows.push([]);
    else if (before !== undefined && row !== undefined && isIndependent(call, before, given)) row.push(turn);
    else rows.push([turn]);
  }
  return rows.filter((row) => row.length > 1).map((row) => acrossTurnsFinding(row, run.config));
}

/** Source: Anthropic's documentation of parallel tool use, "Maximizing parallel tool use". */
const parallelSentence =
  "For maximum efficiency, whenever you need to perform multiple independent operations, invoke all relevant tools simultaneously rather than sequentially.";

function acrossTurnsFinding(row: readonly Turn[], config: Run["config"]): Finding {
  const [first, ...later] = row;
  const firstTurn = (first?.index ?? 0) + 1;
  const saved = later.reduce((sum, turn) => sum + ((turn.endAt ?? turn.startAt) - turn.startAt), 0);
  return {
    code: "sequential-calls",
    severity: "info",
    message: `${countOf(row.length, "call")} that do not depend on each other came one per turn, in turns ${firstTurn} to ${firstTurn + later.length}.`,
    ...(config !== null && callOrderOf(config) === "one-a-turn"
      ? { fix: `Leave disable_parallel_tool_use off: it saves about ${durationText(saved)} here.` }
      : {
          fix: `Say so in the system prompt: “${parallelSentence}” It saves about ${durationText(saved)} here.`,
          systemPrompt: parallelSentence,
        }),
    ...(first === undefined ? {} : { turnId: first.turnId }),
  };
}

function onlyCall(turn: Turn): ToolCall | null {
  const calls = turn.batch?.calls ?? [];
  return calls.length === 1 && turn.endAt !== null && stopReasonOf(turn) === "tool_use"
    ? (calls[0] ?? null)
    : null;
}

/** True where every word of the input was known before the call before it answered, and that call did its job. */
function isIndependent(call: ToolCall, before: Turn, given: string): boolean {
  const earlier = before.batch?.calls[0];
  const words = leaves(call.input);
  if (earlier?.endAt == null || earlier.result?.isError === true || words.length === 0) return false;
  return words.every((word) => given.includes(word));
}

function leaves(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (isJsonObject(value)) return Object.values(value).flatMap(leaves);
  return value === null || value === undefined || typeof value === "boolean"
    ? []
    : [String(value).toLowerCase()];
}

function userText(run: Run): string {
  const { prompt, messages } = run.config ?? {};
  return `${prompt ?? ""} ${JSON.stringify(messages ?? [])}`.toLowerCase();
}
