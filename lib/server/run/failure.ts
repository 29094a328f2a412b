// What does an error that nobody recorded mean to the person who pressed Run?
import type { RunError } from "@/lib/protocol/run-error";
import { SdkError } from "../engines/sdk-error";
import { RunFailure } from "../recording/run-failure";

/** @returns the error as the log carries it; the message of an unexpected one is kept, its stack is not */
export function failureOf(error: unknown): RunError {
  if (error instanceof RunFailure) return error.error;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof SdkError && error.origin === "provider") {
    return {
      code: "provider-error",
      message,
      ...(error.status === undefined ? {} : { status: error.status }),
    };
  }
  if (error instanceof SdkError || error instanceof TypeError) {
    return {
      code: "refused-request",
      message: `The SDK refused to send the request: ${message}`,
      fix: "Change the named setting: the provider was not asked.",
    };
  }
  return {
    code: "internal",
    message,
    fix: "This is a fault of Toolscope: please report it with the log of the run.",
  };
}
