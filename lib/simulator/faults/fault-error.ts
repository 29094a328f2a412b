// In which words does the API report an ordered failure?

import { accountCondition } from "../account/account-conditions";
import { type ApiError, errorTypeFor } from "../api/api-error";
import type { Fault } from "./fault";

const wordings: Readonly<Record<number, string>> = {
  401: "invalid x-api-key",
  404: "Not Found",
  413: "Request exceeds the maximum size",
};

const conditions: Readonly<Record<number, string>> = {
  403: "no-permission",
  429: "rate-limited",
  500: "internal-error",
  529: "overloaded",
};

/** The error that a fault orders, by its condition or its status. */
export function faultError(fault: Fault, model: string): ApiError {
  const ordered = accountCondition(fault.condition);
  const status = ordered?.status ?? fault.status ?? 529;
  const usual = accountCondition(conditions[status]);
  const message =
    (ordered ?? usual)?.wording(model) ?? wordings[status] ?? `The simulator answers ${status}, as ordered`;
  const retryAfter = fault.retryAfter ?? ordered?.retryAfter;
  const { errorCode, details } = ordered ?? {};
  return {
    status,
    type: errorTypeFor(status),
    message,
    ...(errorCode !== undefined && { details: { error_code: errorCode, ...details } }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}
