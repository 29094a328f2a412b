// Do messages that granted a tool stay in the history?
import { isJsonObject } from "@/lib/protocol/json-object";
import type { Finding } from "@/lib/protocol/run-summary";
import { blocksOf, messagesOf } from "../message-blocks";
import type { ProviderRequest, Run } from "../run";
import { inlineTool, referencedTools } from "../tool-grants";
import { numberedRequests } from "./place-text";

/** `tool-grant-forgotten`, at each request that lost a `tool_addition` the request before it carried. */
export function toolGrantForgotten(run: Run): Finding[] {
  const requests = numberedRequests(run).filter(({ request }) => carriesHistory(request));
  return requests.flatMap(({ request, number }, index) => {
    const before = requests[index - 1];
    if (before === undefined) return [];
    const kept = grantsOf(request);
    const lost = grantsOf(before.request).filter((name) => !kept.includes(name));
    if (lost.length === 0) return [];
    return [
      {
        code: "tool-grant-forgotten",
        severity: "error",
        message: `Request ${before.number} granted ${lost.join(", ")} with a tool_addition that is gone from the history of request ${number}.`,
        fix: "Keep system messages with tool_addition and tool_removal where they stand, for good: without them the tool is withheld again, and what follows is another conversation to the cache and to signed thinking.",
        turnId: request.turnId,
        requestId: request.requestId,
      },
    ];
  });
}

/** Neither a continued thread, which sends what is new only, nor a history that a compaction has replaced. */
function carriesHistory({ body }: ProviderRequest): boolean {
  if (!isJsonObject(body) || (isJsonObject(body.thread) && body.thread.type === "continue")) return false;
  return !messagesOf(body).some((message) => blocksOf(message).some((block) => block.type === "compaction"));
}

function grantsOf({ body }: ProviderRequest): string[] {
  const additions = messagesOf(body).flatMap((message) =>
    blocksOf(message).filter((block) => block.type === "tool_addition"),
  );
  return additions.flatMap((block) => {
    const defined = inlineTool(block);
    return defined === null ? referencedTools(block) : [defined];
  });
}
