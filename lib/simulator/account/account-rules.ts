// Is the account behind the key in a condition to be served?

import type { Rule } from "../rulebook/rule";
import { type AccountCondition, accountConditions } from "./account-conditions";

export type AccountQuestion = {
  readonly condition: AccountCondition | undefined;
  /** Empty where the request names none. */
  readonly model: string;
  readonly hasThread: boolean;
  readonly isCompaction: boolean;
};

/** One entry for each condition: a made-up key brings it about. */
export const accountRules: readonly Rule<AccountQuestion>[] = accountConditions.map((condition) => {
  const { wording, strikes, name: _name, ...entry } = condition;
  return {
    ...entry,
    ...(mayRetry(condition) ? {} : { shouldRetry: false as const }),
    violation: (question) =>
      question.condition === condition && isStruck(strikes, question)
        ? { wording: wording(question.model) }
        : undefined,
  };
});

function isStruck(
  strikes: AccountCondition["strikes"],
  { hasThread, isCompaction }: AccountQuestion,
): boolean {
  return strikes === undefined || (strikes === "thread" ? hasThread : isCompaction);
}

/** A key brings its condition every time: without a time to wait for, another attempt at a 429 or 529 is wasted. */
function mayRetry({ status, retryAfter }: AccountCondition): boolean {
  return retryAfter !== undefined || (status !== 429 && status !== 529);
}
