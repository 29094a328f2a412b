// What is a tool, as a user gives it to a run?
import { z } from "zod";
import { builtinToolNames } from "./builtin-tool-names";
import { jsonObjectSchema } from "./json-object-schema";
import { toolHandlerSchema } from "./tool-handler";

export const builtinToolNameSchema = z.enum(builtinToolNames);

export const toolNameSchema = z
  .string()
  .regex(/^[a-zA-Z0-9_-]{1,64}$/, "use 1 to 64 letters, digits, underscores or hyphens");

/** What stands in the log for the handler of a call; `none` where the model called a tool the run does not have. */
export const handlerKindSchema = z.enum(["builtin", "fixed", "javascript", "http", "mcp", "human", "none"]);
export type HandlerKind = z.infer<typeof handlerKindSchema>;

/** A client tool: a Messages API definition in camel case, and the handler that answers it. */
export type ToolDefinition = z.infer<typeof toolDefinitionSchema>;
export const toolDefinitionSchema = z.strictObject({
  name: toolNameSchema,
  description: z.string().default(""),
  inputSchema: jsonObjectSchema,
  inputExamples: z.array(jsonObjectSchema).optional(),
  strict: z.boolean().optional(),
  deferLoading: z.boolean().optional(),
  cacheControl: jsonObjectSchema.optional(),
  allowedCallers: z.array(z.string()).optional(),
  eagerInputStreaming: z.boolean().optional(),
  /** Whether a person has to approve each call before it runs. Ours: it is not sent to the provider. */
  needsApproval: z.boolean().optional(),
  handler: toolHandlerSchema,
});

/** A tool the provider executes itself (web search, code execution, ...): its definition, passed on untouched. */
export const serverToolDefinitionSchema = z.looseObject({
  type: z.string().regex(/_\d{8}$|^tool_search_tool_|^mcp_toolset$/, "name a tool type of the Messages API"),
  name: z.string().optional(),
});

/** A built-in tool by its name, a tool definition, or a server tool. */
export type RunTool = z.infer<typeof runToolSchema>;
export const runToolSchema = z.union([
  builtinToolNameSchema,
  toolDefinitionSchema,
  serverToolDefinitionSchema,
]);
