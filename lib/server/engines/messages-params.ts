// Which parameters do all requests of a run have in common?
import type { JsonObject } from "@/lib/protocol/json-object";
import type { EngineContext } from "./engine";

/**
 * @param tools what stands in `tools`: definitions, or runnable tools made of them
 * @returns parameters under the Messages API's own names. What the user typed goes out as typed, right or wrong: judging
 * it is the provider's part.
 */
export function messagesParams({ request }: EngineContext, tools: readonly JsonObject[]): JsonObject {
  return {
    ...request.params,
    model: request.model,
    max_tokens: request.maxTokens,
    ...(request.system === undefined ? {} : { system: request.system }),
    ...(tools.length === 0 ? {} : { tools }),
    ...(request.toolChoice === undefined ? {} : { tool_choice: request.toolChoice }),
    stream: request.stream,
  };
}
