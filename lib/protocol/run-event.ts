// What can happen in a run, and in which words is it written down?
import { z } from "zod";
import { headerSetSchema, observationPointSchema } from "./header-set";
import { jsonObjectSchema } from "./json-object-schema";
import { requestBodySchema } from "./request-body";
import { runConfigSchema } from "./run-config";
import { runErrorSchema } from "./run-error";
import { handlerKindSchema } from "./tool-definition";
import { toolResultSchema } from "./tool-result";

/** Raised when a stored log could no longer be read by the newest reducer. */
export const protocolVersion = 1;

/** `seq` counts 0, 1, 2, ... per run; `at` is milliseconds since the run began, on one monotonic server clock. */
const envelope = { seq: z.int().nonnegative(), at: z.number().nonnegative() };
const request = { requestId: z.string() };
const turn = { turnId: z.string() };
const batch = { batchId: z.string(), ...turn };
const toolCall = { toolCallId: z.string() };

const event = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
  z.strictObject({ ...envelope, type: z.literal(type), ...shape });

const runEnd = <Outcome extends string, Shape extends z.core.$ZodLooseShape>(
  outcome: Outcome,
  shape: Shape,
) => event("run-end", { outcome: z.literal(outcome), ...shape });

const runStartSchema = event("run-start", {
  protocolVersion: z.literal(protocolVersion),
  runId: z.string(),
  startedAt: z.iso.datetime(),
  config: runConfigSchema,
});

const runEndSchema = z.discriminatedUnion("outcome", [
  runEnd("completed", { stopReason: z.string() }),
  runEnd("turn-limit", { maxTurns: z.int().positive() }),
  runEnd("stopped", {}),
  runEnd("failed", { error: runErrorSchema }),
  runEnd("interrupted", {}),
]);

/** One line of the append-only log. Everything shown, exported or stored is a function of a sequence of these. */
export type RunEvent = z.infer<typeof runEventSchema>;
export const runEventSchema = z.discriminatedUnion("type", [
  runStartSchema,
  event("turn-start", { ...turn, index: z.int().nonnegative() }),
  event("turn-end", { ...turn, index: z.int().nonnegative() }),
  event("request-start", {
    ...request,
    ...turn,
    attempt: z.int().positive(),
    method: z.string(),
    url: z.string(),
    headers: headerSetSchema,
    body: requestBodySchema.nullable(),
  }),
  event("request-observed", { ...request, point: observationPointSchema, headers: headerSetSchema }),
  event("request-error", { ...request, error: runErrorSchema }),
  event("response-start", { ...request, status: z.int(), headers: headerSetSchema }),
  /** The provider's own stream events that arrived together, verbatim, unknown kinds included. */
  event("response-chunk", { ...request, events: z.array(jsonObjectSchema) }),
  /** `body` is the whole JSON of an answer that was no stream, `text` one that was not JSON; `error` says it was cut. */
  event("response-end", {
    ...request,
    body: z.unknown().optional(),
    text: z.string().optional(),
    error: runErrorSchema.optional(),
  }),
  event("batch-start", batch),
  event("batch-end", batch),
  event("tool-call-start", {
    ...toolCall,
    batchId: z.string(),
    name: z.string(),
    input: z.unknown(),
    handler: handlerKindSchema,
  }),
  event("tool-call-log", { ...toolCall, line: z.string() }),
  event("tool-call-end", { ...toolCall, result: toolResultSchema }),
  /** `question` is what the person is asked, with the call's input filled in. */
  event("pause", {
    pauseId: z.string(),
    waitsFor: z.string(),
    toolCallId: z.string().optional(),
    question: z.string().optional(),
  }),
  event("resume", { pauseId: z.string(), decidedBy: z.string(), decision: z.unknown() }),
  runEndSchema,
]);

export type RunEventType = RunEvent["type"];
export type RunEventOf<Type extends RunEventType> = Extract<RunEvent, { type: Type }>;
export type RunOutcome = RunEventOf<"run-end">["outcome"];

/** An event before the log numbers and times it. */
type Unnumbered<Event> = Event extends RunEvent ? Omit<Event, "seq" | "at"> : never;
export type RunEventBody = Unnumbered<RunEvent>;
