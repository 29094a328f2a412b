// How many tokens are the definitions of some tools, by the count of the provider that would get them?
import { Anthropic, APIConnectionError, APIError } from "@anthropic-ai/sdk";
import { isJsonObject } from "@/lib/protocol/json-object";
import type { CountedTools, ToolCount } from "@/lib/protocol/tool-trial";
import { ApiFailure } from "../door/api-failure";
import { headerPairs } from "../engines/sdk-client";
import type { Environment } from "../environment";
import { providerEndpoint } from "../run/provider-endpoint";
import { createTools } from "./create-tools";
import { trialSetting } from "./trial-setting";

const timeoutMs = 20_000;
const messages = [{ role: "user" as const, content: "Hi" }];

/**
 * Asks twice, with the tools and without: the difference is what they cost in every request, the system prompt for tool use
 * included.
 *
 * @throws FieldError for tools that no run could have
 * @throws ApiFailure with the provider's own words where it refuses them, or is not to be reached
 */
export async function countTools(
  { tools: choices, model, provider, headers }: ToolCount,
  environment: Environment,
  simulatorURL: string,
  signal: AbortSignal,
): Promise<CountedTools> {
  const made = createTools(choices, { ...trialSetting(), toolTimeoutMs: timeoutMs });
  const tools = [...made.tools.map(({ definition }) => definition), ...made.serverTools];
  const { baseURL, credential } = providerEndpoint(provider, environment, simulatorURL);
  const client = new Anthropic({
    apiKey: null,
    authToken: null,
    ...credential,
    baseURL,
    defaultHeaders: headerPairs(headers),
    maxRetries: 1,
    timeout: timeoutMs,
    logLevel: "off",
  });
  const count = async (fields: object): Promise<number> => {
    const body = { model, messages, ...fields };
    const answer = await client.post<{ input_tokens?: unknown }>("/v1/messages/count_tokens", {
      body,
      signal,
    });
    return Number(answer.input_tokens ?? 0);
  };
  try {
    const [inputTokens, bare] = await Promise.all([count({ tools }), count({})]);
    return { inputTokens, toolTokens: inputTokens - bare };
  } catch (cause) {
    throw refusal(cause);
  }
}

function refusal(cause: unknown): unknown {
  if (cause instanceof APIConnectionError) {
    return new ApiFailure(
      502,
      "provider_unreachable",
      "The provider cannot be reached, so nothing was counted.",
    );
  }
  if (!(cause instanceof APIError)) return cause;
  const body = isJsonObject(cause.error) && isJsonObject(cause.error.error) ? cause.error.error : {};
  const words = typeof body.message === "string" ? body.message : `It answered ${cause.status}.`;
  return new ApiFailure(422, "provider_refused", words);
}
