// Which deliberate mistakes can our own loop make?
import { z } from "zod";

/** Each is ours, none the SDK's: a way in which loops written by hand lose something between two turns. */
export const mishaps = [
  /** The client of every request after the first is made without its default headers. */
  "drop-default-headers-on-follow-up",
  /** The results of one batch go back in one user message each, with the calls they answer left in one. */
  "split-tool-results",
  /** A text stands in front of the results that should come first. */
  "text-before-tool-results",
  /** The last result of a batch of several, or the only one, is left out. */
  "forget-tool-result",
  /** Deferred tools that were found or granted, and messages that granted them, are gone from the next request. */
  "forget-granted-tools",
  /** The container the last reply named is not sent along. */
  "forget-container",
  /** Thinking blocks are taken out of the reply before it goes back. */
  "strip-thinking",
] as const;

export type Mishap = z.infer<typeof mishapSchema>;
export const mishapSchema = z.enum(mishaps);
