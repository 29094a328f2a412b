// What drives the loop of a run, and what may be asked of it?
import { z } from "zod";
import { jsonObjectSchema } from "./json-object-schema";

/** Which installed version of `@anthropic-ai/sdk`; the server knows which there are. Left out, the newest. */
const sdkVersionSchema = z
  .string()
  .regex(/^\d+\.\d+\.\d+$/, "name a version in full, such as 1.0.0")
  .optional();

const afterTurn = z.int().min(1).max(1_000);

/**
 * What a program would do in the body of its `for await (const message of runner)`, as data. `afterTurn` counts turns from
 * 1; where it may be left out, it means after every turn.
 */
export type RunnerHook = z.infer<typeof runnerHookSchema>;
export const runnerHookSchema = z.discriminatedUnion("kind", [
  /** Merges `params` into the parameters of the following requests (`setMessagesParams`). */
  z.strictObject({
    kind: z.literal("edit-params"),
    afterTurn: afterTurn.optional(),
    params: jsonObjectSchema,
  }),
  /** Adds messages behind the reply and its results (`pushMessages`). */
  z.strictObject({
    kind: z.literal("append-messages"),
    afterTurn,
    messages: z.array(jsonObjectSchema).min(1, "name at least one message to append"),
  }),
  /** Merges `fields`, `cache_control` for one, into the tool results before they go back (`generateToolResponse`). */
  z.strictObject({
    kind: z.literal("edit-tool-result"),
    afterTurn: afterTurn.optional(),
    /** The tool whose results are meant; left out, every tool's. */
    tool: z.string().min(1).max(128).optional(),
    fields: jsonObjectSchema,
  }),
  /** Leaves the loop once a tool has answered with an error, instead of sending it back. */
  z.strictObject({ kind: z.literal("stop-on-tool-error"), tool: z.string().min(1).max(128).optional() }),
  /** Has the conversation summarised before the next turn, in the way the SDK version has for it. */
  z.strictObject({ kind: z.literal("compact"), afterTurn }),
]);

const manualEngineSchema = z.strictObject({ kind: z.literal("manual"), sdkVersion: sdkVersionSchema });

const toolRunnerSchema = z.strictObject({
  kind: z.literal("tool-runner"),
  sdkVersion: sdkVersionSchema,
  /** Left out, what the SDK does by default: threads since 1.2.0. */
  thread: z.boolean().optional(),
  /** `runToolsEagerly`: tools start while the reply still streams. */
  eager: z.boolean().optional(),
  /** `max_iterations`: how many requests the runner makes at most. */
  maxIterations: z.int().min(1).max(1_000).optional(),
  hooks: z.array(runnerHookSchema).max(50).optional(),
});

const aiSdkSchema = z.strictObject({ kind: z.literal("ai-sdk") });

/** What drives the loop. */
export type EngineChoice = z.infer<typeof engineSchema>;
export const engineSchema = z.discriminatedUnion(
  "kind",
  [manualEngineSchema, toolRunnerSchema, aiSdkSchema],
  {
    error: 'the engines are "manual", "tool-runner" and "ai-sdk"',
  },
);

export type EngineKind = EngineChoice["kind"];
