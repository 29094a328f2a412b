// What is a rule of the Messages API, written down as data?

import { type ApiError, errorTypeFor } from "../api/api-error";

export type Violation = {
  /** Where, in the API's own notation: `messages.0.content.1.tool_use.input`. Left out where the wording names no place. */
  readonly path?: string;
  readonly wording: string;
};

export type Rule<Subject> = {
  /** Row of the validation table in the project's API reference; null where the reference has no row for it. */
  readonly number: number | null;
  readonly precondition: string;
  readonly status: number;
  /** The error type, where it is not the one that usually goes with the status. */
  readonly type?: string;
  readonly errorCode?: string;
  /** What stands in `error.details` besides the code. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Seconds, sent as `retry-after`. */
  readonly retryAfter?: number;
  /** False tells the SDK not to try again. */
  readonly shouldRetry?: false;
  /** Whether the wording was quoted from the live API or its documentation; false where it is a likely one. */
  readonly evidenced: boolean;
  /** The first place that breaks the rule. */
  readonly violation: (subject: Subject) => Violation | undefined;
};

/** The error for the first rule in the list that the subject breaks. */
export function firstBreach<Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
): ApiError | undefined {
  for (const rule of rules) {
    const violation = rule.violation(subject);
    if (violation !== undefined) return errorOf(rule, violation);
  }
  return undefined;
}

function errorOf<Subject>(rule: Rule<Subject>, { path, wording }: Violation): ApiError {
  const message = path === undefined || path === "" ? wording : `${path}: ${wording}`;
  return {
    status: rule.status,
    type: rule.type ?? errorTypeFor(rule.status),
    message,
    ...(rule.errorCode !== undefined && { details: { error_code: rule.errorCode, ...rule.details } }),
    ...(rule.retryAfter !== undefined && { retryAfter: rule.retryAfter }),
    ...(rule.shouldRetry === false && { shouldRetry: false }),
  };
}
