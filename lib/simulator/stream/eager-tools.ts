// The input of which tools is streamed as it is written, instead of key by key?

import type { MessagesRequest } from "../api/messages-request";
import { addedDefinitions } from "../rulebook/tool-changes";

const eagerBeta = "fine-grained-tool-streaming-2025-05-14";

/** A tool says it with `eager_input_streaming`; for those that say nothing, the beta does. The newest definition counts. */
export function eagerTools(request: MessagesRequest, betas: readonly string[]): (name: unknown) => boolean {
  // Most replies hold no call: the tools are looked through when somebody asks.
  let said: ReadonlyMap<unknown, unknown> | undefined;
  return (name) => {
    said ??= sayings(request);
    return (said.get(name) ?? betas.includes(eagerBeta)) === true;
  };
}

function sayings(request: MessagesRequest): ReadonlyMap<unknown, unknown> {
  const definitions = [...(request.tools ?? []), ...addedDefinitions(request)];
  return new Map(
    definitions
      .filter((tool) => typeof tool.eager_input_streaming === "boolean")
      .map((tool) => [tool.name, tool.eager_input_streaming]),
  );
}
