// Which headers may a user ask for, and which can never be sent as typed?
import { z } from "zod";
import { headerNameProblem, headerValueProblem } from "./header-rules";

/** The rule's own words, as the message of an issue. */
const heldTo = (problemOf: (text: string) => string | null) =>
  z.string().superRefine((text, context) => {
    const message = problemOf(text);
    if (message !== null) context.addIssue({ code: "custom", message });
  });

/** One header a user asks for. `secret` values are redacted wherever they turn up, whatever the header's name. */
export type HeaderEntry = z.infer<typeof headerEntrySchema>;
export const headerEntrySchema = z.strictObject({
  name: heldTo(headerNameProblem),
  value: heldTo(headerValueProblem),
  secret: z.boolean().optional(),
});
