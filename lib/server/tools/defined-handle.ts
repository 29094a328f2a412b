// What code answers the calls of a tool that a user defined?

import { builtinToolNames } from "@/lib/protocol/builtin-tool-names";
import { builtinToolNameSchema, type ToolDefinition } from "@/lib/protocol/tool-definition";
import { FieldError } from "../door/field-error";
import { builtinTools } from "./builtin/builtin-tools";
import { closestName } from "./closest-name";
import { fixedReply } from "./fixed-reply";
import type { ToolHandle } from "./tool-handle";

/**
 * @param field where the definition stands in the run request, such as `tools.0`
 * @throws FieldError for a built-in that does not exist and for an error reply that says nothing
 */
export function definedHandle({ name, handler }: ToolDefinition, field: string): ToolHandle {
  if (handler.kind === "builtin") return builtinHandle(name, field);
  if (handler.isError && handler.content.length === 0) {
    const text = "an error result needs content, the API refuses an empty one: say what went wrong";
    throw new FieldError(`${field}.handler.content`, text);
  }
  return fixedReply(handler);
}

function builtinHandle(name: string, field: string): ToolHandle {
  const known = builtinToolNameSchema.safeParse(name);
  if (known.success) return builtinTools[known.data].handle;
  const closest = closestName(name, builtinToolNames);
  const hint = closest === null ? "" : ` (did you mean ${closest}?)`;
  const text =
    `there is no built-in tool named ${JSON.stringify(name)}${hint}: use one of ${builtinToolNames.join(", ")}, ` +
    "or give the tool a handler of another kind";
  throw new FieldError(`${field}.name`, text);
}
