// How does a tool with a fixed reply answer?
import { setTimeout as sleep } from "node:timers/promises";
import type { ToolHandler } from "@/lib/protocol/tool-definition";
import { fillTemplate } from "./fill-template";
import { ToolFailure } from "./tool-failure";
import type { ToolHandle } from "./tool-handle";

/** @returns code that waits `delayMs`, then gives the content with the input filled in, as a failure where asked */
export function fixedReply(handler: Extract<ToolHandler, { kind: "fixed" }>): ToolHandle {
  return async (input, { signal }) => {
    if (handler.delayMs > 0) await sleep(handler.delayMs, undefined, { signal });
    const content = fillTemplate(handler.content, input);
    if (handler.isError) throw new ToolFailure(content);
    return content;
  };
}
