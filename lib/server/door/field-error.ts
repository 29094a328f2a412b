// How does the machine say that one field of a call cannot be accepted?
import { hasFailureName } from "./failure-name";

/** A fault in what the caller sent, found beyond the schema. Becomes a 400 that names the field and the remedy. */
export class FieldError extends Error {
  override readonly name = "FieldError";

  static override [Symbol.hasInstance](value: unknown): boolean {
    return hasFailureName(value, "FieldError");
  }

  constructor(
    /** Dotted path into the request, such as `tools.0.inputSchema`. */
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}
