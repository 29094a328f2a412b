// What answers a call of a tool?
import { z } from "zod";
import { headerEntrySchema } from "./header-entry";
import { jsonObjectSchema } from "./json-object-schema";
import { toolResultContentSchema } from "./tool-result";

/** Characters of a JavaScript source: more is no longer a tool but a program. */
const mostSourceCharacters = 200_000;

/**
 * The one description of every handler: the run request is checked by it, the form is drawn from it (titles and
 * descriptions are its labels), and the code that executes takes its type.
 */
export type ToolHandler = z.infer<typeof toolHandlerSchema>;
export const toolHandlerSchema = z.discriminatedUnion("kind", [
  z
    .strictObject({ kind: z.literal("builtin") })
    .meta({ title: "Built-in", description: "One of Toolscope's own tools, by the tool's name." }),
  z
    .strictObject({
      kind: z.literal("fixed"),
      content: toolResultContentSchema.meta({
        title: "Reply",
        description: "Text, or content blocks. {{input.city}} is filled in from the call's input.",
      }),
      isError: z.boolean().default(false).meta({ title: "Is an error" }),
      delayMs: z
        .int()
        .min(0)
        .max(600_000)
        .default(0)
        .meta({ title: "Delay", description: "Milliseconds before the reply." }),
      jitterMs: z.int().min(0).max(600_000).optional().meta({
        title: "Jitter",
        description: "Up to so many milliseconds more, the same for the same input.",
      }),
      failureRate: z
        .number()
        .min(0)
        .max(1)
        .optional()
        .meta({ title: "Failure rate", description: "Share of calls that fail, 0 to 1, by the seed." }),
      seed: z
        .int()
        .optional()
        .meta({ title: "Seed", description: "Another number, other delays and other failing calls." }),
    })
    .meta({ title: "Fixed reply", description: "Always the same answer, after a delay if wanted." }),
  z
    .strictObject({
      kind: z.literal("javascript"),
      source: z.string().min(1).max(mostSourceCharacters).meta({
        title: "Source",
        description:
          "A function expression: async (input, { log, sleep, fetch, signal }) => result. It runs in a sandbox.",
      }),
    })
    .meta({ title: "JavaScript", description: "A function of yours, in a sandbox on the server." }),
  z
    .strictObject({
      kind: z.literal("http"),
      method: z
        .enum(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"])
        .default("GET")
        .meta({ title: "Method" }),
      url: z.string().min(1).max(8_000).meta({
        title: "URL",
        description: "{{input.city}} is filled in, encoded; not in the host.",
      }),
      headers: z.array(headerEntrySchema).max(100).optional().meta({ title: "Headers" }),
      body: z.string().max(1_000_000).optional().meta({
        title: "Body",
        description: "Sent as it is, with {{input.city}} filled in; JSON stays JSON.",
      }),
    })
    .meta({ title: "HTTP", description: "A request to a server; what it answers is the result." }),
  z
    .strictObject({
      kind: z.literal("human"),
      question: z.string().max(20_000).optional().meta({
        title: "Question",
        description: "What the person is asked. {{input.city}} is filled in; the description where left out.",
      }),
      answerSchema: jsonObjectSchema.optional().meta({
        title: "Answer schema",
        description: "JSON Schema of the answer, which a form is made from. Free text where left out.",
      }),
    })
    .meta({ title: "Human", description: "A person answers, in the browser. The call waits." }),
  z
    .strictObject({
      kind: z.literal("mcp"),
      server: z
        .string({ error: "name an MCP server" })
        .min(1, "name an MCP server")
        .max(100)
        .meta({ title: "Server", description: "The name of an MCP server, as in the MCP panel." }),
      tool: z.string().min(1).max(1_000).optional().meta({
        title: "Tool",
        description: "What the server calls it, where that is not the tool's own name.",
      }),
    })
    .meta({ title: "MCP", description: "A tool of an MCP server that is connected." }),
]);
