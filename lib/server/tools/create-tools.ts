// Which tools does a run have, for the choices its request made?

import { type BuiltinToolName, builtinToolNames } from "@/lib/protocol/builtin-tool-names";
import type { JsonObject } from "@/lib/protocol/json-object";
import type { RunTool, ToolDefinition } from "@/lib/protocol/tool-definition";
import { wireDefinition } from "@/lib/tool-design/wire-definition";
import { FieldError } from "../door/field-error";
import { builtinTools } from "./builtin/builtin-tools";
import { definedHandle, type HandlerSetting } from "./defined-handle";
import { compileInputCheck, type InputCheck } from "./input-check";
import { runHandle } from "./run-handle";
import type { Tool } from "./tool";
import { withApproval } from "./with-approval";

export type CreatedTools = { readonly tools: Tool[]; readonly serverTools: JsonObject[] };
type ToolOptions = HandlerSetting & { readonly toolTimeoutMs: number };

/**
 * @param choices the `tools` of a run request; undefined means all built-in tools
 * @param options `toolTimeoutMs`: how long one call may take, in milliseconds; and what the handlers share
 * @returns the client tools ready to be run, and the server tools exactly as given, both in the order of the choices
 * @throws FieldError (`tools.N…`) for a name used twice, a schema that is not one, an unknown built-in
 */
export function createTools(choices: readonly RunTool[] | undefined, options: ToolOptions): CreatedTools {
  const chosen = choices ?? builtinToolNames;
  checkNames(chosen);
  const tools: Tool[] = [];
  const serverTools: JsonObject[] = [];
  for (const [index, choice] of chosen.entries()) {
    if (typeof choice === "string") tools.push(builtinTool(choice, options));
    else if (isClientTool(choice)) tools.push(definedTool(choice, `tools.${index}`, options));
    else serverTools.push(choice);
  }
  return { tools, serverTools };
}

function checkNames(choices: readonly RunTool[]): void {
  const firstUse = new Map<string, number>();
  for (const [index, choice] of choices.entries()) {
    const name = typeof choice === "string" ? choice : choice.name;
    if (name === undefined) continue;
    const first = firstUse.get(name);
    if (first !== undefined) {
      const field = typeof choice === "string" ? `tools.${index}` : `tools.${index}.name`;
      const taken = `the name ${JSON.stringify(name)} is taken by tools.${first}`;
      throw new FieldError(field, `${taken}: tool names must be unique, rename or remove one of the two`);
    }
    firstUse.set(name, index);
  }
}

/** Only server tools carry a `type`: that of a client tool is implied by its definition. */
function isClientTool(choice: Exclude<RunTool, string>): choice is ToolDefinition {
  return !("type" in choice);
}

function builtinTool(name: BuiltinToolName, { toolTimeoutMs }: ToolOptions): Tool {
  const { description, inputSchema, handle } = builtinTools[name];
  // Compiled before the run starts: the first call of a batch would hold up all the others.
  const checkInput = compileInputCheck(name, inputSchema);
  return {
    name,
    definition: wireDefinition({ name, description, inputSchema }),
    handler: "builtin",
    run: runHandle({ name, checkInput, handle, timeoutMs: toolTimeoutMs }),
  };
}

function definedTool(tool: ToolDefinition, field: string, options: ToolOptions): Tool {
  const { name, handler, needsApproval } = tool;
  const checkInput = definedCheck(tool, field);
  const handle = definedHandle(tool, checkInput, field, options);
  const timeoutMs = handler.kind === "human" ? null : options.toolTimeoutMs;
  const made: Tool = {
    name,
    definition: wireDefinition(tool),
    handler: handler.kind,
    run: runHandle({ name, checkInput, handle, timeoutMs }),
  };
  return needsApproval === true ? withApproval(made, checkInput, options.humanTimeoutMs) : made;
}

function definedCheck(tool: ToolDefinition, field: string): InputCheck {
  try {
    return compileInputCheck(tool.name, tool.inputSchema, tool.inputExamples);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const text =
      `the schema of ${tool.name} is not valid JSON Schema (2020-12): ${reason}. ` +
      'Correct it; the smallest one that works is {"type":"object","properties":{}}';
    throw new FieldError(`${field}.inputSchema`, text);
  }
}
