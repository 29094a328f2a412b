// How does the Messages API say that it refuses a request?

/** Kinds of error and the status each usually has. See https://platform.claude.com/docs/en/api/errors */
const errorTypeOfStatus = {
  400: "invalid_request_error",
  401: "authentication_error",
  402: "billing_error",
  403: "permission_error",
  404: "not_found_error",
  405: "invalid_request_error",
  408: "timeout_error",
  409: "conflict_error",
  413: "request_too_large",
  422: "invalid_request_error",
  429: "rate_limit_error",
  500: "api_error",
  502: "api_error",
  503: "api_error",
  504: "timeout_error",
  529: "overloaded_error",
} as const;

export type ApiError = {
  readonly status: number;
  readonly type: string;
  readonly message: string;
  readonly details?: { readonly error_code: string; readonly [field: string]: unknown };
  /** Seconds, sent as `retry-after`. */
  readonly retryAfter?: number;
  /** False is sent as `x-should-retry: false`: the SDK then gives up at once. */
  readonly shouldRetry?: false;
};

/** The error type that goes with a status; other statuses count as the nearest family. */
export function errorTypeFor(status: number): string {
  const known: Record<number, string | undefined> = errorTypeOfStatus;
  return known[status] ?? (status >= 500 ? "api_error" : "invalid_request_error");
}

/** The headers that only this error has. */
export function errorHeaders({ retryAfter, shouldRetry }: ApiError): [string, string][] {
  return [
    ...(retryAfter === undefined ? [] : ([["retry-after", String(retryAfter)]] satisfies [string, string][])),
    ...(shouldRetry === false ? ([["x-should-retry", "false"]] satisfies [string, string][]) : []),
  ];
}

/** The body of an error answer: `{"type":"error","error":{…},"request_id":"req_…"}`. */
export function errorEnvelope(error: ApiError, requestId: string): string {
  const { type, message, details } = error;
  return JSON.stringify({
    type: "error",
    error: details === undefined ? { type, message } : { type, message, details },
    request_id: requestId,
  });
}
