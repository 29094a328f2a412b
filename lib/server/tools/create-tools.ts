// Which tools does a run have, for the choices its request made?
import type { JsonObject } from "@/lib/protocol/json-value";
import {
  type BuiltinToolName,
  builtinToolNameSchema,
  builtinToolNames,
  type RunTool,
  type ToolDefinition,
} from "@/lib/protocol/tool-definition";
import { FieldError } from "../door/field-error";
import { builtinTools } from "./builtin/builtin-tools";
import { closestName } from "./closest-name";
import { fixedReply } from "./fixed-reply";
import { createSchemaCompiler, type InputCheck, type SchemaCompiler } from "./input-check";
import { runHandle } from "./run-handle";
import type { Tool } from "./tool";
import type { ToolHandle } from "./tool-handle";
import { wireDefinition } from "./wire-definition";

export type CreatedTools = { readonly tools: Tool[]; readonly serverTools: JsonObject[] };

/**
 * @param choices the `tools` of a run request; undefined means all built-in tools
 * @param options `toolTimeoutMs`: how long one call may take, in milliseconds
 * @returns the client tools ready to be run, and the server tools exactly as given, both in the order of the choices
 * @throws FieldError (`tools.N…`) for a name used twice, a schema that is not one, an unknown built-in
 */
export function createTools(
  choices: readonly RunTool[] | undefined,
  options: { readonly toolTimeoutMs: number },
): CreatedTools {
  const compile = createSchemaCompiler();
  const tools: Tool[] = [];
  const serverTools: JsonObject[] = [];
  const firstUse = new Map<string, number>();
  for (const [index, choice] of (choices ?? builtinToolNames).entries()) {
    const field = `tools.${index}`;
    const name = typeof choice === "string" ? choice : choice.name;
    if (name !== undefined)
      claimName(name, index, typeof choice === "string" ? field : `${field}.name`, firstUse);
    if (typeof choice !== "string" && !isClientTool(choice)) serverTools.push(choice);
    else
      tools.push(
        createTool(typeof choice === "string" ? builtinChoice(choice) : choice, field, compile, options),
      );
  }
  return { tools, serverTools };
}

function claimName(name: string, index: number, field: string, firstUse: Map<string, number>): void {
  const first = firstUse.get(name);
  if (first !== undefined) {
    const text = `the name ${JSON.stringify(name)} is taken by tools.${first}: tool names must be unique, rename or remove one`;
    throw new FieldError(field, text);
  }
  firstUse.set(name, index);
}

/** Only server tools carry a `type`: that of a client tool is implied by its definition. */
function isClientTool(choice: Exclude<RunTool, string>): choice is ToolDefinition {
  return !("type" in choice);
}

function builtinChoice(name: BuiltinToolName): ToolDefinition {
  const { description, inputSchema } = builtinTools[name];
  return { name, description, inputSchema, handler: { kind: "builtin" } };
}

function createTool(
  tool: ToolDefinition,
  field: string,
  compile: SchemaCompiler,
  options: { readonly toolTimeoutMs: number },
): Tool {
  const handle = handleOf(tool, field);
  const checkInput = checkOf(tool, field, compile);
  return {
    name: tool.name,
    definition: wireDefinition(tool),
    handler: tool.handler.kind,
    run: runHandle({ name: tool.name, checkInput, handle, timeoutMs: options.toolTimeoutMs }),
  };
}

function checkOf(tool: ToolDefinition, field: string, compile: SchemaCompiler): InputCheck {
  try {
    return compile(tool.name, tool.inputSchema, tool.inputExamples);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const text =
      `the schema of ${tool.name} is not valid JSON Schema (2020-12): ${reason}. ` +
      'Correct it; the smallest one that works is {"type":"object","properties":{}}';
    throw new FieldError(`${field}.inputSchema`, text);
  }
}

function handleOf(tool: ToolDefinition, field: string): ToolHandle {
  if (tool.handler.kind === "builtin") return builtinHandle(tool.name, field);
  if (tool.handler.isError && tool.handler.content.length === 0) {
    const text = "an error result needs content, the API refuses an empty one: say what went wrong";
    throw new FieldError(`${field}.handler.content`, text);
  }
  return fixedReply(tool.handler);
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
