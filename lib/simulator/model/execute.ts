// What does one call that the API executes add to the reply?

import type { ContentBlock } from "../api/content-block";
import { blocksOf, type MessagesRequest } from "../api/messages-request";
import type { AvailableTools } from "../server-tools/available-tools";
import { executedCall } from "../server-tools/executed-calls";
import { searchTools } from "../server-tools/tool-search";
import { filtered, isFiltered } from "../server-tools/web-filter";
import type { AnsweredCall } from "./conversation";
import type { ServedCall } from "./decide";

export type ExecutedStep = {
  /** The call and its result, and the code around them; the message builder makes the ids that tie them. */
  readonly blocks: readonly ContentBlock[];
  /** What planning learns from it; a search for tools shows in the tools instead. */
  readonly answered?: AnsweredCall;
  readonly inContainer: boolean;
};

/** @param saidNow the blocks of the reply so far: how often a tool was used is read from them */
export function execute(
  served: ServedCall,
  { hidden }: AvailableTools,
  { messages }: MessagesRequest,
  saidNow: readonly ContentBlock[],
): ExecutedStep {
  if ("search" in served) {
    const { search, input } = served;
    const call = { type: "server_tool_use", name: `tool_search_tool_${search}`, input };
    return { blocks: [call, searchTools(search, input, hidden)], inContainer: false };
  }
  const { server, planned } = served;
  const { name } = server.tool;
  const call = { ...server.call, name, input: planned.input };
  const uses = saidNow.filter((block) => block.type === call.type && block.name === name).length;
  const earlier = [...messages.flatMap(blocksOf), ...saidNow];
  const result = server.run(planned.input, uses, earlier);
  const isInCode = isFiltered(server.definition);
  return {
    blocks: isInCode ? filtered(call, result) : [call, result],
    answered: executedCall(call, result),
    inContainer: server.inContainer || isInCode,
  };
}
