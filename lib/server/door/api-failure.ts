// How does a handler answer with something other than success?

/** Thrown anywhere below a handler; becomes `{error: {code, message, field?}}` with its status. */
export class ApiFailure extends Error {
  override readonly name = "ApiFailure";

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly field?: string,
  ) {
    super(message);
  }
}
