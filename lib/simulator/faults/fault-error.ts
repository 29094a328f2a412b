// In which words does the API report an ordered failure?

import { type ApiError, errorTypeFor } from "../api/api-error";
import type { Fault } from "./fault";

const wordings: Readonly<Record<number, string>> = {
  401: "invalid x-api-key",
  404: "Not Found",
  413: "Request exceeds the maximum size",
  429: "This request would exceed your organization's rate limit of 30,000 input tokens per minute. For details, refer to: https://docs.claude.com/en/api/rate-limits.",
  500: "Internal server error",
  529: "Overloaded",
};

export function faultError(fault: Fault): ApiError {
  const status = fault.status ?? 529;
  const message = wordings[status] ?? `The simulator answers ${status}, as ordered`;
  return { status, type: errorTypeFor(status), message };
}
