// What makes up a built-in tool?
import { z } from "zod";
import type { BuiltinToolName } from "@/lib/protocol/builtin-tool-names";
import type { JsonObject } from "@/lib/protocol/json-object";
import type { ToolContext } from "../tool";
import { ToolFailure } from "../tool-failure";
import type { ToolHandle } from "../tool-handle";

export type BuiltinTool = {
  readonly description: string;
  readonly inputSchema: JsonObject;
  readonly handle: ToolHandle;
};

/**
 * One zod schema is both what the model reads and what the code gets. The code checks once more, because a user may put
 * a schema of their own in front of a built-in tool.
 */
export function builtinTool<Schema extends z.ZodObject>(
  name: BuiltinToolName,
  description: string,
  schema: Schema,
  handle: (input: z.output<Schema>, context: ToolContext) => unknown,
): BuiltinTool {
  const { $schema, ...inputSchema } = z.toJSONSchema(schema);
  return {
    description,
    inputSchema,
    handle: (input, context) => {
      const read = schema.safeParse(input);
      if (read.success) return handle(read.data, context);
      throw new ToolFailure(
        `Error: the built-in ${name} cannot use this input. ${z.prettifyError(read.error)}`,
      );
    },
  };
}
