// What code answers the calls of a tool that a user defined?

import { builtinToolNames } from "@/lib/protocol/builtin-tool-names";
import { builtinToolNameSchema, type ToolDefinition } from "@/lib/protocol/tool-definition";
import type { ToolHandler } from "@/lib/protocol/tool-handler";
import { FieldError } from "../door/field-error";
import type { McpRegistry } from "../mcp/mcp-registry";
import type { OutboundPolicy } from "../outbound/outbound-policy";
import { builtinTools } from "./builtin/builtin-tools";
import { closestName } from "./closest-name";
import { fixedReply } from "./fixed-reply";
import { httpHandle } from "./http-handle";
import { humanHandle } from "./human-handle";
import type { InputCheck } from "./input-check";
import { javascriptHandle } from "./javascript-handle";
import { mcpHandle } from "./mcp-handle";
import type { ToolHandle } from "./tool-handle";

/** What the handlers of one run share. */
export type HandlerSetting = {
  readonly runId: string;
  /** Which hosts the run's tools may reach besides the public internet. */
  readonly network: Omit<OutboundPolicy, "typed">;
  /** How long a person may take to decide, in milliseconds. */
  readonly humanTimeoutMs: number;
  readonly mcp: Pick<McpRegistry, "problemOf" | "call">;
};

/**
 * @param field where the definition stands in the run request, such as `tools.0`
 * @throws FieldError for a handler that could never answer: a built-in that does not exist, an error reply that says
 * nothing, a source that does not parse, a URL that cannot be fetched
 */
export function definedHandle(
  { name, description, handler }: ToolDefinition,
  checkInput: InputCheck,
  field: string,
  { runId, network, humanTimeoutMs, mcp }: HandlerSetting,
): ToolHandle {
  switch (handler.kind) {
    case "builtin":
      return builtinHandle(name, field);
    case "javascript":
      return javascriptHandle(handler, `${field}.handler`, network);
    case "http":
      return httpHandle(handler, `${field}.handler`, network, runId);
    case "fixed":
      checkErrorReply(handler, field);
      return fixedReply(handler);
    case "mcp":
      return mcpHandle(handler, name, `${field}.handler`, mcp);
    case "human":
      return humanHandle(handler, { name, description, checkInput }, `${field}.handler`, humanTimeoutMs);
    default:
      return handler satisfies never;
  }
}

function checkErrorReply({ isError, content }: Extract<ToolHandler, { kind: "fixed" }>, field: string): void {
  if (!isError || content.length > 0) return;
  const text = "an error result needs content, the API refuses an empty one: say what went wrong";
  throw new FieldError(`${field}.handler.content`, text);
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
