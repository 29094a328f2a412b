// Which headers may a user ask for, and which can never be sent as typed?
import { z } from "zod";

/** Headers the HTTP client computes or that belong to one hop: a typed value would be replaced or break the request. */
const computedHeaders: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "expect",
  "host",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

const headerNameSchema = z
  .string()
  .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, "a header name is one or more letters, digits or !#$%&'*+-.^_`|~")
  .refine((name) => !computedHeaders.has(name.toLowerCase()), {
    error: "this header is set by the HTTP client and cannot be chosen",
  });

const headerValueTextSchema = z
  .string()
  .regex(/^[^\r\n\0]*$/, "a header value cannot hold a line break or a NUL character")
  .regex(/^[\t\x20-\x7e\x80-\xff]*$/, "a header value is limited to Latin-1 characters")
  .max(20_000, "a header value is limited to 20,000 characters");

/** One header a user asks for. `secret` values are redacted wherever they turn up, whatever the header's name. */
export type HeaderEntry = z.infer<typeof headerEntrySchema>;
export const headerEntrySchema = z.strictObject({
  name: headerNameSchema,
  value: headerValueTextSchema,
  secret: z.boolean().optional(),
});
