// What does the SDK's tool runner get to run when the model calls a tool?
import type { JsonObject } from "@/lib/protocol/json-object";
import type { ToolResultContent } from "@/lib/protocol/tool-result";
import type { EngineContext } from "./engine";
import type { SdkMessage, SdkModule } from "./sdk-module";

/** What newer versions tell a tool about the call it serves. */
type RunContext = { readonly toolUse?: { readonly id: string } };

export type RunnableTools = {
  /** The `tools` of the runner: definitions with a `run`, which never reaches the provider. */
  readonly tools: readonly JsonObject[];
  /** Said of each reply before its tools run. */
  readonly noteReply: (message: SdkMessage) => void;
};

/**
 * The run's own tools as a program would give them to a runner. An error result is thrown, as `ToolError` where the
 * version has one.
 */
export function runnableTools(sdk: SdkModule, { tools, signal }: EngineContext): RunnableTools {
  let waiting: { id: string; name: string }[] = [];
  // Older versions tell a tool its input only. The runner starts the calls of a reply in order, all of them at once,
  // so the first call of that name which has not started is meant.
  const claimed = (name: string): string => {
    const index = waiting.findIndex((call) => call.name === name);
    return (index < 0 ? undefined : waiting.splice(index, 1)[0]?.id) ?? `call of ${name}`;
  };
  const noteReply = (message: SdkMessage) => {
    waiting = message.content.flatMap(({ type, id, name }) =>
      type === "tool_use" && id !== undefined && name !== undefined ? [{ id, name }] : [],
    );
  };
  const runnable = tools.map((tool) => ({
    ...tool.definition,
    run: async (input: unknown, context?: RunContext) => {
      const toolCallId = context?.toolUse?.id ?? claimed(tool.name);
      const result = await tool.run(input, { toolCallId, signal, log: () => undefined });
      if (result.isError) throw toolError(sdk, result.content);
      return result.content;
    },
  }));
  return { tools: runnable, noteReply };
}

function toolError({ ToolError }: SdkModule, content: ToolResultContent): Error {
  if (ToolError !== undefined) return new ToolError(content as never);
  // Without a ToolError the runner writes "Error: " and the message, and knows no blocks.
  return new Error(textOf(content).replace(/^Error: /, ""));
}

function textOf(content: ToolResultContent): string {
  if (typeof content === "string") return content;
  return content
    .map((block) => (typeof block.text === "string" ? block.text : `[${String(block.type)}]`))
    .join("\n");
}
