// Can the models that are to answer instead of the requested one be asked?

import { modelById } from "../api/model-catalogue";
import { fallbacksOf } from "../fallback/fallback-attempt";
import type { RequestFacts } from "./request-facts";
import type { Rule } from "./rule";

export const fallbackRules: readonly Rule<RequestFacts>[] = [
  {
    number: null,
    precondition: "a fallback model that does not exist, or is retired",
    status: 400,
    evidenced: false,
    violation: ({ request }) => {
      const fallbacks = fallbacksOf(request);
      const index = fallbacks.findIndex(({ model }) => modelById(model) === undefined);
      const unknown = fallbacks[index];
      return unknown === undefined
        ? undefined
        : { path: `fallbacks.${index}.model`, wording: `model '${unknown.model}' was not found` };
    },
  },
  {
    number: null,
    precondition: "fallbacks together with the credit of an earlier refusal",
    status: 400,
    evidenced: false,
    violation: ({ request: { fallbacks, fallback_credit_token: token } }) =>
      (fallbacks ?? null) !== null && (token ?? null) !== null
        ? { path: "fallback_credit_token", wording: "cannot be combined with `fallbacks`" }
        : undefined,
  },
];
