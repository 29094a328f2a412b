// Is it said who is to be billed?

import { isJsonObject } from "../json/canonical-json";
import type { RequestFacts } from "./request-facts";
import type { Rule } from "./rule";

export const billingRules: readonly Rule<RequestFacts>[] = [
  {
    number: 92,
    precondition: "the user profile is to be billed, and none is named",
    status: 400,
    errorCode: "user_profile_required",
    evidenced: false,
    violation: ({ userProfile, request: { billing_policy: policy } }) =>
      isJsonObject(policy) && policy.bill_to === "user_profile" && (userProfile ?? "") === ""
        ? {
            path: "billing_policy",
            wording:
              "`bill_to` is `user_profile`, but the `anthropic-user-profile-id` header names no user profile",
          }
        : undefined,
  },
];
