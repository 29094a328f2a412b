// What did a version of the SDK throw?
import type { SdkModule } from "./sdk-module";

/** An error of an SDK, whichever package and version: each has error classes of its own. */
export class SdkError extends Error {
  override readonly name = "SdkError";

  /** @param origin whether the provider answered with it, or the SDK refused to go on */
  constructor(
    message: string,
    readonly origin: "provider" | "sdk",
    readonly status?: number,
  ) {
    super(message);
  }
}

/** @returns an error of this version as an SdkError, any other as it is */
export function fromSdk(sdk: SdkModule, error: unknown): unknown {
  if (error instanceof sdk.APIError) return new SdkError(error.message, "provider", error.status);
  return error instanceof sdk.AnthropicError ? new SdkError(error.message, "sdk") : error;
}
