// What does a tool call answer with?
import { z } from "zod";
import { jsonObjectSchema } from "./json-object-schema";

/** Text, or Messages API content blocks (text, image, document, ...), exactly as they go back to the model. */
export type ToolResultContent = z.infer<typeof toolResultContentSchema>;
export const toolResultContentSchema = z.union([z.string(), z.array(jsonObjectSchema)]);

/** The value of a finished tool call. A failing tool is such a value too, never an exception through the loop. */
export type ToolResult = z.infer<typeof toolResultSchema>;
export const toolResultSchema = z.strictObject({ content: toolResultContentSchema, isError: z.boolean() });
