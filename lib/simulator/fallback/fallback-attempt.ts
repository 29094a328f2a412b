// What is a fallback model asked?

import type { CatalogueModel } from "../api/catalogue-model";
import type { MessagesRequest, Thinking } from "../api/messages-request";
import { isJsonObject } from "../json/canonical-json";

/** An entry of `fallbacks`; its shape has been checked with the request's. */
export type Fallback = {
  readonly model: string;
  readonly max_tokens?: number | null;
  readonly thinking?: Thinking | null;
};

/** The models that a request names, in their order; none where it leaves them to the server. */
export function fallbacksOf({ fallbacks }: MessagesRequest): readonly Fallback[] {
  return Array.isArray(fallbacks) ? fallbacks.filter(isFallback) : [];
}

/** The request as the fallback gets it: with its own limit and thinking where it has them, and the model can think so. */
export function attemptOf(
  { thinking, ...request }: MessagesRequest,
  fallback: Fallback,
  model: CatalogueModel,
): MessagesRequest {
  const own =
    fallback.thinking === undefined ? thinkingOf(thinking, model) : (fallback.thinking ?? undefined);
  const maxTokens = fallback.max_tokens ?? request.max_tokens;
  return {
    ...request,
    model: model.id,
    ...(maxTokens !== undefined && { max_tokens: maxTokens }),
    ...(own !== undefined && { thinking: own }),
  };
}

function thinkingOf(asked: Thinking | undefined, { thinking }: CatalogueModel): Thinking | undefined {
  if (asked === undefined || thinking.includes(asked.type)) return asked;
  return asked.type === "between_tools" && thinking.includes("disabled") ? { type: "disabled" } : undefined;
}

function isFallback(value: unknown): value is Fallback {
  return isJsonObject(value) && typeof value.model === "string";
}
