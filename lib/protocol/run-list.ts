// How is the history asked for, page by page?
import { z } from "zod";
import type { RunSummary } from "./run-summary";

export const mostListed = 500;

export const runListQuerySchema = z.object({
  /** Search words, as `parseRunQuery` reads them; blank for all runs. */
  query: z.string().max(1_000, "give at most 1,000 characters").default(""),
  /** The `nextCursor` of the page before; absent for the first. */
  cursor: z
    .string()
    .max(100)
    .optional()
    .transform((cursor) => cursor || undefined),
  /** `pinned` puts pinned runs before the others; both are newest first. */
  order: z.enum(["newest", "pinned"]).default("newest"),
  limit: z.coerce.number().int().min(1).max(mostListed).default(50),
});
export type RunListQuery = z.infer<typeof runListQuerySchema>;

/** One page of the history; `nextCursor` asks for the next, null where there is none. `total` counts all that fit the query. */
export type RunList = {
  readonly runs: readonly RunSummary[];
  readonly nextCursor: string | null;
  readonly total: number;
};
