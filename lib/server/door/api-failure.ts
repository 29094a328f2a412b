// How does a handler answer with something other than success?
import { hasFailureName } from "./failure-name";

/** Thrown anywhere below a handler; becomes `{error: {code, message, field?}}` with its status. */
export class ApiFailure extends Error {
  override readonly name = "ApiFailure";

  static override [Symbol.hasInstance](value: unknown): boolean {
    return hasFailureName(value, "ApiFailure");
  }

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly field?: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}
