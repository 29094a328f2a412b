// What does the history keep of a run, so that it can be listed and found without its log?
import { z } from "zod";
import { runSummarySchema } from "./run-summary";

/** One run in the index of a store. What is missing in an entry of an earlier version has its default. */
export type RunEntry = z.infer<typeof runEntrySchema>;
export const runEntrySchema = runSummarySchema.extend({
  /** What a person called the run; its title is made from the prompt where nobody did. */
  name: z.string().default(""),
  /** The beginning of what was asked, for free-text search. */
  text: z.string().default(""),
  /** Names of the tools that were called. */
  tools: z.array(z.string()).default([]),
  /** Names of the headers that were sent, in lower case. */
  headers: z.array(z.string()).default([]),
  /** Codes of the findings. */
  codes: z.array(z.string()).default([]),
  /** The name of the scenario, empty for none. */
  scenario: z.string().default(""),
  /** The name of the access token it was started with; blank for none, or the operator's. */
  scope: z.string().default(""),
});
