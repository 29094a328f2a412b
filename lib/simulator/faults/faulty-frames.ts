// What does a stream look like that fails on the way?

import { dueTimes, type StreamEnd, type TimedText } from "../stream/paced-stream";
import { type Frame, frame } from "../stream/stream-part";
import type { Fault } from "./fault";
import { faultError } from "./fault-error";

/** A stall without an end of its own is given up after ten minutes, so that nothing is held for ever. */
const longestStallMs = 600_000;

/** The frames of a stream as a fault leaves them, with their times, and how the stream ends. */
export function faultyFrames(
  frames: readonly Frame[],
  tokensPerSecond: number,
  fault: Fault | undefined,
  requestId: string,
  model: string,
): { texts: readonly TimedText[]; end: StreamEnd } {
  const close: StreamEnd = { kind: "close" };
  if (fault === undefined) return { texts: dueTimes(frames, tokensPerSecond), end: close };
  const count = Math.min(fault.afterEvents ?? defaultEvents(frames), frames.length);
  const before = dueTimes(frames.slice(0, count), tokensPerSecond);
  const lastMs = before.at(-1)?.dueMs ?? 0;
  switch (fault.kind) {
    case "empty-body":
      return { texts: [], end: close };
    case "cut":
      return { texts: before, end: close };
    case "reset":
      return { texts: before, end: { kind: "reset" } };
    case "garbage":
      return {
        texts: [
          ...before,
          { text: 'event: content_block_delta\ndata: {"type":"conte\u0000\n\n', dueMs: lastMs },
        ],
        end: close,
      };
    case "mid-stream-error": {
      const { type, message } = faultError(fault, model);
      const error = frame({ type: "error", error: { type, message }, request_id: requestId });
      return { texts: [...before, { text: error.text, dueMs: lastMs }], end: close };
    }
    case "unknown-event": {
      const unknown = { ...frame({ type: "weather_report", outlook: "bright" }), tokens: 0 };
      return { texts: dueTimes(frames.toSpliced(count, 0, unknown), tokensPerSecond), end: close };
    }
    case "stall": {
      const pauseMs = fault.delayMs ?? longestStallMs;
      const after = dueTimes(frames.slice(count), tokensPerSecond);
      return {
        texts: [...before, ...after.map(({ text, dueMs }) => ({ text, dueMs: lastMs + pauseMs + dueMs }))],
        end: close,
      };
    }
    default:
      return { texts: dueTimes(frames, tokensPerSecond), end: close };
  }
}

/** The middle of the first tool call's input, where losing the rest does most harm, else the middle of the reply. */
function defaultEvents(frames: readonly Frame[]): number {
  const first = frames.findIndex((candidate) => candidate.kind === "tool-input");
  if (first === -1) return Math.ceil(frames.length / 2);
  const rest = frames.slice(first).findIndex((candidate) => candidate.kind !== "tool-input");
  return first + 1 + Math.ceil((rest - 1) / 2);
}
