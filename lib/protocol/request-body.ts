// How does the log carry a request body without repeating the conversation each turn?
import { z } from "zod";
import { jsonObjectSchema } from "./json-object-schema";

/**
 * A JSON body as a delta: `kept` says how many leading `messages`, and whether `tools` and `system`, equal those of the
 * request `base`; `fields` holds everything else, with `messages` holding only those after the kept ones.
 * `bytes` is the size of the body as it was sent.
 */
export type RequestBody = z.infer<typeof requestBodySchema>;
export const requestBodySchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("json"),
    bytes: z.int().nonnegative(),
    base: z.string().nullable(),
    kept: z.strictObject({ messages: z.int().nonnegative(), tools: z.boolean(), system: z.boolean() }),
    fields: jsonObjectSchema,
  }),
  z.strictObject({ kind: z.literal("text"), bytes: z.int().nonnegative(), text: z.string() }),
]);
