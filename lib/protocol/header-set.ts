// What is a header set, and where was it seen?
import { z } from "zod";
import { observationPoints } from "./observation-point";

export const observationPointSchema = z.enum(observationPoints);

/**
 * One header value as it may be shown. `fingerprint` is a keyed hash of the real value: two equal values have equal
 * fingerprints on one installation, so "the same on request 2?" is answerable for a redacted value too.
 */
export type HeaderValue = z.infer<typeof headerValueSchema>;
export const headerValueSchema = z.strictObject({
  shown: z.string(),
  redacted: z.boolean(),
  fingerprint: z.string(),
});

/** Ordered names and values as observed at one point: original order and case, repeats kept. */
export type HeaderSet = z.infer<typeof headerSetSchema>;
export const headerSetSchema = z.array(z.tuple([z.string(), headerValueSchema]));
