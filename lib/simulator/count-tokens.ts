// What does `POST /v1/messages/count_tokens` answer?

import { promptTokens } from "./api/token-estimate";
import { readRequest } from "./context/read-request";
import { isJsonObject } from "./json/canonical-json";
import type { RequestFacts } from "./rulebook/request-facts";

/** The prompt as the model would read it; where edits of the context are ordered, also what it was before them. */
export function countedTokens({ request: asked, model }: RequestFacts): object {
  const { request, unedited } = readRequest(asked, model);
  return {
    input_tokens: promptTokens(request),
    ...(isJsonObject(asked.context_management) && {
      context_management: { original_input_tokens: promptTokens(unedited) },
    }),
  };
}
