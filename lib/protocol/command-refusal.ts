// What does a server say that does not carry out a command?
import { z } from "zod";

export const commandRefusalSchema = z.strictObject({
  /** As the HTTP API answers it. */
  status: z.int().min(400).max(599),
  code: z.string(),
  message: z.string(),
  field: z.string().optional(),
});
/** The HTTP API's error, on its way from the server that carries a run out to the one that was asked. */
export type CommandRefusal = z.infer<typeof commandRefusalSchema>;
