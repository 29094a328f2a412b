// Is it worth trying the same again after this error?
import type { RunError } from "@/lib/protocol/run-error";

/** Error types of the Messages API that pass by themselves. */
const passingTypes: ReadonlySet<string> = new Set([
  "overloaded_error",
  "api_error",
  "rate_limit_error",
  "timeout_error",
]);

/** @returns undefined where nothing is known of it */
export function isRetryable({ code, type, status }: RunError): boolean | undefined {
  switch (code) {
    case "provider-unreachable":
    case "truncated-stream":
    case "malformed-stream":
    case "connect-timeout":
    case "first-byte-timeout":
    case "idle-timeout":
      return true;
    case "provider-error":
    case "unexpected-content":
      // An error in the middle of a stream comes after a status of 200: its type alone says what it is.
      if (type !== undefined && passingTypes.has(type)) return true;
      return status !== undefined && ([408, 409, 429].includes(status) || status >= 500);
    case "aborted":
    case "internal":
      return undefined;
    default:
      return false;
  }
}
