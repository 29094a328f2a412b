// What may the body of POST /api/runs say?
import { z } from "zod";
import { defaultModel } from "./default-model";
import { engineSchema } from "./engine-choice";
import { headerEntrySchema } from "./header-entry";
import { jsonObjectSchema } from "./json-object-schema";
import { mishapSchema } from "./mishap";
import { runToolSchema } from "./tool-definition";

/** Messages API parameters that have a field of their own in a run request. */
const ownFields = ["messages", "system", "model", "max_tokens", "tools", "tool_choice", "stream"] as const;

export const messageSchema = z.looseObject({
  role: z.enum(["user", "assistant", "system"]),
  content: z.union([z.string(), z.array(jsonObjectSchema)]),
});

const baseURLSchema = z
  .url({ protocol: /^https?$/, error: "give a full http:// or https:// address" })
  .refine((text) => URL.canParse(text) && new URL(text).username === "" && new URL(text).password === "", {
    error: "a user name or password in the address is not supported: give a key or a header instead",
  })
  .refine((text) => URL.canParse(text) && new URL(text).search === "" && new URL(text).hash === "", {
    error: "leave out the query and the fragment: the path of the API call is appended to this address",
  });

const apiKeySchema = z
  .string()
  .min(1, "the key is empty")
  .max(4_000)
  .regex(/^[\x21-\x7e]+$/, "a key is printable ASCII without spaces");

/** The embedded gateway in between. */
const gateway = z.boolean().optional();

/** Who answers. A key given here is used for this run only: never stored, never echoed. */
export type ProviderChoice = z.infer<typeof providerSchema>;
export const providerSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("simulator"), gateway }),
  z.strictObject({ kind: z.literal("anthropic"), apiKey: apiKeySchema.optional(), gateway }),
  z.strictObject({
    kind: z.literal("custom"),
    baseURL: baseURLSchema,
    apiKey: apiKeySchema.optional(),
    gateway,
  }),
  z.strictObject({
    kind: z.literal("recorded"),
    /** The stored run whose replies answer. */
    runId: z.string().min(1, "choose the run whose replies answer").max(100),
    /** How many times as fast as they came. */
    speed: z.number().min(0.1).max(1_000).default(1),
    gateway,
  }),
]);

/** Bounds of a run. `maxTurns` counts turns; the rest are milliseconds and bytes. */
export type RunLimits = z.infer<typeof limitsSchema>;
export const limitsSchema = z.strictObject({
  maxTurns: z.int().min(1).max(1_000).default(25),
  toolTimeoutMs: z.int().min(1).max(600_000).default(30_000),
  /** From asking for a connection to the first byte that leaves; the HTTP client itself gives up after 10 s. */
  connectTimeoutMs: z.int().min(1).max(10_000).default(10_000),
  /** From the request to the first byte of its response; where it is left out, `idleTimeoutMs` holds for that too. */
  firstByteTimeoutMs: z.int().min(1).max(3_600_000).optional(),
  idleTimeoutMs: z.int().min(1).max(3_600_000).default(60_000),
  totalTimeoutMs: z.int().min(1).max(86_400_000).default(600_000),
  /** For a person's decision. While the run waits for one, its own time stands still. */
  humanTimeoutMs: z.int().min(1).max(604_800_000).default(3_600_000),
  /** Of one event of a stream, or one line that does not end. */
  maxEventBytes: z.int().min(1_000).max(256_000_000).default(32_000_000),
  /** Of one response, unpacked. */
  maxResponseBytes: z.int().min(1_000).max(1_000_000_000).default(64_000_000),
  /** Of the run's log. */
  maxRunBytes: z.int().min(10_000).max(2_000_000_000).default(256_000_000),
});

const paramsSchema = jsonObjectSchema.superRefine((params, context) => {
  for (const field of ownFields) {
    if (field in params) {
      const message = `\`${field}\` has a field of its own in the run request: set it there`;
      context.addIssue({ code: "custom", path: [field], message });
    }
  }
});

const runRequestObject = z.strictObject({
  prompt: z.string().optional(),
  messages: z.array(messageSchema).min(1, "at least one message is required").optional(),
  system: z.union([z.string(), z.array(jsonObjectSchema)]).optional(),
  model: z.string().min(1).max(200).default(defaultModel),
  maxTokens: z.int().min(1).default(4_096),
  toolChoice: jsonObjectSchema.optional(),
  stream: z.boolean().default(true),
  params: paramsSchema.default({}),
  tools: z.array(runToolSchema).max(10_000).optional(),
  engine: engineSchema.default({ kind: "manual" }),
  execution: z.enum(["parallel", "sequential"]).default("parallel"),
  provider: providerSchema.default({ kind: "simulator" }),
  headers: z
    .strictObject({
      default: z.array(headerEntrySchema).max(200).default([]),
      perRequest: z.array(headerEntrySchema).max(200).default([]),
    })
    .prefault({}),
  expectations: z.array(z.string().min(1)).max(200).default([]),
  limits: limitsSchema.prefault({}),
  mishaps: z.array(mishapSchema).max(20).default([]),
  faults: z.array(jsonObjectSchema).max(200).default([]),
  scenario: z.union([z.string().min(1).max(200), jsonObjectSchema]).optional(),
});

/** The body of `POST /api/runs`, every default filled in. Strict: an unknown field is an error that names it. */
export type RunRequest = z.infer<typeof runRequestSchema>;
export const runRequestSchema = runRequestObject.superRefine((request, context) => {
  if (request.prompt === undefined && request.messages === undefined) {
    context.addIssue({ code: "custom", path: ["prompt"], message: "give a `prompt` or `messages`" });
  }
  if (request.prompt !== undefined && request.messages !== undefined) {
    context.addIssue({
      code: "custom",
      path: ["messages"],
      message: "give `prompt` or `messages`, not both",
    });
  }
  if (request.prompt !== undefined && request.prompt.trim() === "") {
    context.addIssue({ code: "custom", path: ["prompt"], message: "the prompt is empty: write what to ask" });
  }
  if (request.mishaps.length > 0 && request.engine.kind !== "manual") {
    const message = "a mishap is a mistake of the manual loop: choose that engine, or leave the mishaps out";
    context.addIssue({ code: "custom", path: ["mishaps"], message });
  }
});

/** The same body as a caller may write it, defaults left out. */
export type RunRequestInput = z.input<typeof runRequestSchema>;
