// When did a tool call start and end, and what did it answer?
import type { RunEventBody } from "@/lib/protocol/run-event";
import type { Tool } from "../tools/tool";
import type { Ask, Pauses } from "./pauses";
import type { Turns } from "./turns";

/** @returns a tool that does the same, leaves the events of its calls behind, and can ask a person */
export function recordedTool(
  tool: Tool,
  emit: (event: RunEventBody) => void,
  turns: Turns,
  pauses: Pauses,
): Tool {
  return {
    ...tool,
    run: async (input, context) => {
      const { batchId, toolCallId } = turns.forToolCall(context.toolCallId);
      emit({ type: "tool-call-start", toolCallId, batchId, name: tool.name, input, handler: tool.handler });
      const log = (line: string) => {
        emit({ type: "tool-call-log", toolCallId, line });
        context.log(line);
      };
      const ask: Ask = (question) => pauses.ask(toolCallId, context.signal, question);
      const result = await tool.run(input, { ...context, log, ask });
      emit({ type: "tool-call-end", toolCallId, result });
      return result;
    },
  };
}
