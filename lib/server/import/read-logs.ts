// Which logs does a file of JSON lines hold, and is each of them one?
import { setImmediate as nextTurn } from "node:timers/promises";
import { firstIssue } from "@/lib/protocol/api-error";
import { createEventOrder } from "@/lib/protocol/event-order";
import { type RunEvent, type RunEventOf, runEventSchema } from "@/lib/protocol/run-event";
import { ApiFailure } from "../door/api-failure";
import { deepest } from "../door/json-body";
import { depthExceeds } from "../json-depth";
import { isRunId } from "../store/run-id";

export type FileLog = {
  readonly start: RunEventOf<"run-start">;
  /** As they stand in the file. */
  readonly lines: string[];
  readonly events: RunEvent[];
};

/** A long file is read with pauses, so that runs that go on are not held up, in milliseconds. */
const busyMs = 20;

/**
 * @param text one log after another, as exported: each begins with its run-start
 * @throws ApiFailure 400 naming the first line that is wrong, and what is wrong with it
 */
export async function readLogs(text: string): Promise<FileLog[]> {
  const logs: FileLog[] = [];
  let order = createEventOrder();
  let pauseAt = performance.now() + busyMs;
  let number = 0;
  for (const given of text.replace(/^\uFEFF/, "").split("\n")) {
    number += 1;
    const line = given.endsWith("\r") ? given.slice(0, -1) : given;
    if (line.trim() === "") continue;
    const event = eventOf(line, number);
    if (event.type === "run-start" && event.seq === 0) {
      if (!isRunId(event.runId)) throw wrong(number, `runId: "${event.runId}" cannot be the id of a run`);
      logs.push({ start: event, lines: [], events: [] });
      order = createEventOrder();
    }
    const log = logs.at(-1);
    if (log === undefined) throw wrong(number, "a log begins with its run-start");
    const problem = order(event);
    if (problem !== null) throw wrong(number, problem);
    log.lines.push(line);
    log.events.push(event);
    if (performance.now() < pauseAt) continue;
    await nextTurn();
    pauseAt = performance.now() + busyMs;
  }
  if (logs.length === 0) throw new ApiFailure(400, "invalid_log", "The file holds no run: it is empty.");
  return logs;
}

function eventOf(line: string, number: number): RunEvent {
  const value = parsed(line, number);
  if (depthExceeds(value, deepest)) throw wrong(number, `it is nested more than ${deepest} levels deep`);
  const event = runEventSchema.safeParse(value);
  if (event.success) return event.data;
  throw wrong(number, firstIssue(event.error).message);
}

function parsed(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw wrong(number, "it is not JSON");
  }
}

/** Nothing of the line is quoted: it may hold a secret. */
function wrong(number: number, problem: string): ApiFailure {
  return new ApiFailure(400, "invalid_log", `Line ${number}: ${problem}`, `lines.${number}`);
}
