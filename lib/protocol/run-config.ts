// What does the log say about how a run was set up, without its secrets?
import { z } from "zod";
import { engineSchema } from "./engine-choice";
import { headerValueSchema } from "./header-set";
import { jsonObjectSchema } from "./json-object-schema";
import { mishapSchema } from "./mishap";
import { limitsSchema, messageSchema } from "./run-request";
import { runToolSchema } from "./tool-definition";

const shownHeaderSchema = z.strictObject({
  name: z.string(),
  value: headerValueSchema,
  secret: z.boolean().optional(),
});

/** The run request as it stands in `run-start`: keys left out, header values as they may be shown. */
export type RunConfig = z.infer<typeof runConfigSchema>;
export const runConfigSchema = z.strictObject({
  prompt: z.string().optional(),
  messages: z.array(messageSchema).optional(),
  system: z.union([z.string(), z.array(jsonObjectSchema)]).optional(),
  model: z.string(),
  maxTokens: z.int(),
  toolChoice: jsonObjectSchema.optional(),
  stream: z.boolean(),
  params: jsonObjectSchema,
  tools: z.array(runToolSchema),
  engine: engineSchema,
  execution: z.enum(["parallel", "sequential"]),
  provider: z.strictObject({
    kind: z.enum(["simulator", "anthropic", "custom", "recorded"]),
    baseURL: z.string(),
    credential: z.enum(["request", "environment", "placeholder"]),
    /** Whether the embedded gateway stands in between; absent in logs from before there was one. */
    gateway: z.boolean().optional(),
    /** Of recorded replies: the run they come from, and how many times as fast they are given. */
    runId: z.string().optional(),
    speed: z.number().optional(),
  }),
  headers: z.strictObject({
    default: z.array(shownHeaderSchema),
    perRequest: z.array(shownHeaderSchema),
    environment: z.array(shownHeaderSchema),
  }),
  expectations: z.array(z.string()),
  limits: limitsSchema,
  mishaps: z.array(mishapSchema).optional(),
  faults: z.array(jsonObjectSchema),
  scenario: z.union([z.string(), jsonObjectSchema]).optional(),
});
