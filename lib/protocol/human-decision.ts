// What can a person decide about a call that waits for them?
import { z } from "zod";
import { jsonObjectSchema } from "./json-object-schema";

/** `answer` gives the result itself, `approval` lets the tool run. Stands in a pause as what it waits for. */
export const humanQuestionSchema = z.enum(["answer", "approval"]);
export type HumanQuestion = z.infer<typeof humanQuestionSchema>;

const pause = { pauseId: z.string().min(1).max(100) };

/** The commands that end a wait. `edit` approves another input than the model's. */
export const decisionCommands = [
  z.strictObject({
    type: z.literal("answer"),
    ...pause,
    /** Text, or where the handler has an answer schema a JSON value that fits it. */
    content: z.json(),
  }),
  z.strictObject({ type: z.literal("approve"), ...pause }),
  z.strictObject({ type: z.literal("edit"), ...pause, input: jsonObjectSchema }),
  z.strictObject({ type: z.literal("refuse"), ...pause, reason: z.string().max(20_000).optional() }),
] as const;

const decisionCommandSchema = z.discriminatedUnion("type", decisionCommands);
type DecisionCommand = z.infer<typeof decisionCommandSchema>;

/** A decision without the pause it is about, as it stands in `resume`. */
type WithoutPause<Command> = Command extends DecisionCommand ? Omit<Command, "pauseId"> : never;
export type HumanDecision = WithoutPause<DecisionCommand>;

/** Who ended a wait: a person, or what happened instead of a decision. */
export const decidedByPerson = "person";
