// What does the HTTP API say about runs that come from a file, or go into one?
import { z } from "zod";

/** What became of one run of an import. */
export type ImportedRun = {
  readonly id: string;
  readonly title: string;
  /** `present`: the same log, byte by byte, was here already. */
  readonly status: "imported" | "present";
  /** The id in the file, where another run has it here. */
  readonly idInFile?: string;
  /** How many values were hidden that the file showed although they are secret by their name. */
  readonly hidden: number;
};

export const runExportSchema = z.strictObject({
  /** Which runs, in the order they are written. */
  ids: z.array(z.string().max(100)).min(1).max(100_000).optional(),
  /** Or all that fit a search, newest first; blank for all there are. */
  query: z.string().max(1_000).optional(),
});
export type RunExport = z.infer<typeof runExportSchema>;
