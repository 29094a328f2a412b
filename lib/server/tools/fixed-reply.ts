// How does a tool with a fixed reply answer?
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { JsonObject } from "@/lib/protocol/json-object";
import type { ToolHandler } from "@/lib/protocol/tool-handler";
import { fillTemplate } from "./fill-template";
import { ToolFailure } from "./tool-failure";
import type { ToolHandle } from "./tool-handle";

type FixedReply = Extract<ToolHandler, { kind: "fixed" }>;

/**
 * @returns code that waits `delayMs` and its jitter, then gives the content with the input filled in, as a failure where
 * asked. Jitter and failures come from the seed, the input and how often this input was asked before: the same run twice is
 * the same twice, and a second try may go well.
 */
export function fixedReply(handler: FixedReply): ToolHandle {
  const { delayMs, jitterMs = 0, failureRate = 0, seed = 0 } = handler;
  const asked = new Map<string, number>();
  return async (input, { signal }) => {
    const attempt = nextAttempt(asked, input);
    const chance = (what: string) => seededShare(`${seed} ${what} ${attempt} ${JSON.stringify(input)}`);
    const wait = delayMs + Math.round(jitterMs * chance("jitter"));
    if (wait > 0) await sleep(wait, undefined, { signal });
    if (chance("failure") < failureRate) {
      throw new ToolFailure("Error: the service failed this time. Try again, or go on without its answer.");
    }
    const content = fillTemplate(handler.content, input);
    if (handler.isError) throw new ToolFailure(content);
    return content;
  };
}

function nextAttempt(asked: Map<string, number>, input: JsonObject): number {
  const key = JSON.stringify(input);
  const attempt = (asked.get(key) ?? 0) + 1;
  asked.set(key, attempt);
  return attempt;
}

/** @returns a number from 0 to just under 1, the same for the same text */
function seededShare(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE(0) / 2 ** 32;
}
