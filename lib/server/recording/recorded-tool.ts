// When did a tool call start and end, and what did it answer?
import type { RunEventBody } from "@/lib/protocol/run-event";
import type { Tool } from "../tools/tool";
import type { Turns } from "./turns";

const usedIds = new WeakMap<Turns, Set<string>>();

/** @returns a tool that does the same and leaves the events of its calls behind */
export function recordedTool(tool: Tool, emit: (event: RunEventBody) => void, turns: Turns): Tool {
  return {
    ...tool,
    run: async (input, context) => {
      const { batchId } = turns.forToolCall();
      const toolCallId = unusedId(turns, context.toolCallId);
      emit({ type: "tool-call-start", toolCallId, batchId, name: tool.name, input, handler: tool.handler });
      const log = (line: string) => {
        emit({ type: "tool-call-log", toolCallId, line });
        context.log(line);
      };
      const result = await tool.run(input, { ...context, log });
      emit({ type: "tool-call-end", toolCallId, result });
      return result;
    },
  };
}

/** A provider may give one id to two calls; in the log every call keeps its own. */
function unusedId(turns: Turns, wanted: string): string {
  const used = usedIds.get(turns) ?? new Set();
  usedIds.set(turns, used);
  let id = wanted;
  for (let copy = 2; used.has(id); copy += 1) id = `${wanted}#${copy}`;
  used.add(id);
  return id;
}
