// How does the HTTP API say what is wrong with a call?
import { z } from "zod";

export type ApiErrorBody = z.infer<typeof apiErrorSchema>;
export const apiErrorSchema = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string(), field: z.string().optional() }),
});

/**
 * The first thing wrong with a value, by its field.
 *
 * @returns `field` as a dotted path (`tools.0.name`), absent where the value as a whole is wrong
 */
export function firstIssue(error: z.ZodError): { field?: string; message: string } {
  const issue = deepestIssue(error.issues);
  if (issue === undefined) return { message: "the value does not fit its schema" };
  const unknownKey = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  const path = [...issue.path, ...unknownKey].map(String).join(".");
  const message = unknownKey.length > 0 ? "unknown field: remove it or check its spelling" : issue.message;
  return path === "" ? { message } : { field: path, message: `${path}: ${message}` };
}

/** A failed union reports every branch: the branch that came furthest is the one the caller meant. */
function deepestIssue(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue | undefined {
  const found = issues.flatMap((issue) => {
    if (issue.code !== "invalid_union") return [issue];
    const inner = issue.errors.map((branch) => deepestIssue(branch)).filter((each) => each !== undefined);
    const best = inner.toSorted((one, other) => other.path.length - one.path.length)[0];
    return best === undefined || best.path.length === 0
      ? [issue]
      : [{ ...best, path: [...issue.path, ...best.path] }];
  });
  return found[0];
}
