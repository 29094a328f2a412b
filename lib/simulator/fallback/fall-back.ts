// Who answers when the requested model declines?

import type { CatalogueModel } from "../api/catalogue-model";
import type { ContentBlock } from "../api/content-block";
import type { MessagesRequest } from "../api/messages-request";
import { modelById } from "../api/model-catalogue";
import { isJsonObject } from "../json/canonical-json";
import { cutAtMaxTokens } from "../message/cut-reply";
import type { Reply } from "../model/reply";
import { attemptOf, fallbacksOf } from "./fallback-attempt";

export type Attempt = { readonly model: string; readonly content: readonly ContentBlock[] };

export type FallenBack = {
  /** All that was said, with a block wherever one model's words give way to another's. */
  readonly reply: Reply;
  /** What each model said, in turn; the last one's words are the answer. */
  readonly attempts: readonly Attempt[];
};

/**
 * The answer of the first fallback that does not decline, else of the last. The server's own choice of fallbacks
 * (`"default"`) is not known, so with it a refusal stays one.
 *
 * @param answer what a model says to a request
 * @returns undefined where nobody declined, or nobody else is named
 */
export function fallBack(
  declined: Reply,
  request: MessagesRequest,
  answer: (request: MessagesRequest, model: CatalogueModel) => Reply,
): FallenBack | undefined {
  const fallbacks = fallbacksOf(request);
  if (declined.stopReason !== "refusal" || fallbacks.length === 0) return undefined;
  let last = declined;
  let from = request.model;
  const content = [...declined.content];
  const attempts: Attempt[] = [{ model: from, content: declined.content }];
  for (const fallback of fallbacks) {
    const model = modelById(fallback.model);
    if (model === undefined || last.stopReason !== "refusal") continue;
    content.push(boundary(from, model.id, last));
    const attempt = attemptOf(request, fallback, model);
    last = withinLimit(answer(attempt, model), attempt.max_tokens);
    content.push(...last.content);
    attempts.push({ model: model.id, content: last.content });
    from = model.id;
  }
  return { reply: { ...last, content }, attempts };
}

/** Each attempt has its own limit, so the reply as a whole has none. */
function withinLimit(reply: Reply, maxTokens: number | undefined): Reply {
  const { content, stopReason } = cutAtMaxTokens({ ...reply, stopSequence: null }, maxTokens);
  return { ...reply, content, stopReason };
}

function boundary(from: string, to: string, { stopDetails }: Reply): ContentBlock {
  const category = isJsonObject(stopDetails) ? (stopDetails.category ?? null) : null;
  return {
    type: "fallback",
    from: { model: from },
    to: { model: to },
    trigger: { type: "refusal", category },
  };
}
