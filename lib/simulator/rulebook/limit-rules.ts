// Does the request stay within what the model can take and give?

import { promptTokens } from "../api/token-estimate";
import { readRequest } from "../context/read-request";
import type { RequestFacts } from "./request-facts";
import type { Rule } from "./rule";

export const limitRules: readonly Rule<RequestFacts>[] = [
  {
    number: 17,
    precondition:
      "max_tokens below 1 on API version 2023-06-01, below 0 (0 only fills the cache) on 2026-10-21",
    status: 400,
    evidenced: true,
    violation: ({ version, request: { max_tokens: maxTokens } }) => {
      const least = version === "2023-06-01" ? 1 : 0;
      if (maxTokens === undefined || maxTokens >= least) return undefined;
      return { path: "max_tokens", wording: `must be greater than or equal to ${least}` };
    },
  },
  {
    number: 87,
    precondition: "max_tokens over what the model can write",
    status: 400,
    evidenced: true,
    violation: ({ model, request: { max_tokens: maxTokens } }) => {
      if (maxTokens === undefined || maxTokens <= model.maxOutputTokens) return undefined;
      const wording = `${maxTokens} > ${model.maxOutputTokens}, which is the maximum allowed number of output tokens for ${model.id}`;
      return { path: "max_tokens", wording };
    },
  },
  {
    number: 85,
    precondition: "a prompt longer than the context window",
    status: 400,
    evidenced: true,
    violation: ({ model, request }) => {
      const tokens = promptTokens(readRequest(request, model).request);
      if (tokens <= model.contextTokens) return undefined;
      return { wording: `prompt is too long: ${tokens} tokens > ${model.contextTokens} maximum` };
    },
  },
  {
    number: 86,
    precondition: "prompt and max_tokens together over the context window of an older model",
    status: 400,
    evidenced: true,
    violation: ({ endpoint, model, request }) => {
      const { max_tokens: maxTokens = 0 } = request;
      if (endpoint !== "create" || model.contextTokens > 200_000) return undefined;
      const tokens = promptTokens(readRequest(request, model).request);
      if (tokens + maxTokens <= model.contextTokens) return undefined;
      const wording = `input length and \`max_tokens\` exceed context limit: ${tokens} + ${maxTokens} > ${model.contextTokens}, decrease input length or \`max_tokens\` and try again`;
      return { wording };
    },
  },
];
