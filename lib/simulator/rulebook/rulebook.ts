// Is a request accepted, and if not, which error comes first?

import { conditionOfKey } from "../account/account-conditions";
import { type AccountQuestion, accountRules } from "../account/account-rules";
import type { ApiError } from "../api/api-error";
import type { MessagesRequest } from "../api/messages-request";
import { modelById } from "../api/model-catalogue";
import { containerRules } from "../containers/container-rules";
import type { FindContainer } from "../containers/container-shelf";
import { isJsonObject } from "../json/canonical-json";
import { countShape, createShape } from "../shape/request-shapes";
import { firstShapeProblem } from "../shape/shape-problem";
import { effectiveRequest, heldThread } from "../threads/effective-request";
import { threadFieldRules, threadRules } from "../threads/thread-rules";
import type { FindThread } from "../threads/thread-store";
import { betaBlockRules } from "./beta-block-rules";
import { betaFieldRules } from "./beta-field-rules";
import { bodySizeRules, jsonRules, type ReceivedBody } from "./body-rules";
import { factRules, firstFactBreach } from "./fact-rules";
import {
  betaRules,
  betasOf,
  credentialRules,
  isApiVersion,
  keyOf,
  type RequestHead,
  versionRules,
} from "./header-rules";
import { modelExistsRules } from "./model-rules";
import type { Endpoint, RequestFacts } from "./request-facts";
import { traitsOf } from "./request-traits";
import { routeQuestion, routeRules } from "./route-rules";
import { firstBreach, type Rule } from "./rule";
import { schemaRules } from "./schema-rules";

export type Judgement = { readonly accepted: RequestFacts } | { readonly refused: ApiError };

/** What needs a beta, in a request that has more than words. */
const askingRules: readonly Rule<Pick<RequestFacts, "endpoint" | "betas" | "request">>[] = [
  ...betaBlockRules,
  ...betaFieldRules,
  ...threadFieldRules,
];

/** Every rule without its check: what it is about, and how it is refused. */
export const rules: readonly Omit<Rule<never>, "violation">[] = [
  ...versionRules,
  ...credentialRules,
  ...bodySizeRules,
  ...jsonRules,
  ...accountRules,
  ...routeRules,
  ...betaRules,
  ...schemaRules,
  ...askingRules,
  ...modelExistsRules,
  ...threadRules,
  ...factRules,
  ...containerRules,
];

/**
 * Wordings of the reference that nothing brings about, and why. #57 is what the API said before #56: the quotes of #56
 * are of 2025, when 2023-06-01 was the only version there was, so neither version says #57 any more.
 */
export const supersededRules = [{ number: 57, by: 56 }] as const;

/** What the simulator remembers from request to request, as far as the rules ask for it. */
export type Memory = { readonly findThread: FindThread; readonly findContainer: FindContainer };

/** What a request without a body must keep: headers, account, and a path that exists. */
export function judgeRoute(head: RequestHead, route: string): ApiError | undefined {
  const account = accountQuestion(head, undefined);
  return (
    judgeHead(head) ?? firstBreach(accountRules, account) ?? firstBreach(routeRules, routeQuestion(route))
  );
}

function judgeHead(head: RequestHead): ApiError | undefined {
  return firstBreach([...versionRules, ...credentialRules], head);
}

/**
 * Holds a request against the rules in the API's order: version, credential, JSON, account, beta values, shape, model,
 * thread, what the model can do, tools, messages, limits, container. What is accepted is the effective request: a
 * continued thread stands in it with its whole history.
 */
export function judge(
  endpoint: Endpoint,
  head: RequestHead,
  { text, parsed }: ReceivedBody,
  memory: Memory = { findThread: () => undefined, findContainer: () => "unknown" },
): Judgement {
  const early = judgeHead(head) ?? firstBreach(bodySizeRules, text);
  if (early !== undefined) return { refused: early };
  const unread =
    firstBreach(jsonRules, parsed) ??
    firstBreach(accountRules, accountQuestion(head, parsed.value)) ??
    firstBreach(betaRules, head);
  if (unread !== undefined) return { refused: unread };
  const misshapen = shapeBreach(endpoint, parsed.value);
  if (misshapen !== undefined) return { refused: misshapen };
  // The shapes have just been held against the value, and they describe this type.
  return judgeRequest(endpoint, head, parsed.value as MessagesRequest, memory);
}

/** The account is looked at before the body's shape: what the body says is taken as far as it goes. */
function accountQuestion(head: RequestHead, body: unknown): AccountQuestion {
  const { model, thread, compaction } = isJsonObject(body) ? body : {};
  return {
    condition: conditionOfKey(keyOf(head)),
    model: typeof model === "string" ? model : "",
    hasThread: isJsonObject(thread),
    isCompaction: isJsonObject(compaction),
  };
}

function shapeBreach(endpoint: Endpoint, value: unknown): ApiError | undefined {
  const problem = firstShapeProblem(value, endpoint === "create" ? createShape : countShape);
  return problem === undefined ? undefined : firstBreach(schemaRules, problem);
}

function judgeRequest(
  endpoint: Endpoint,
  head: RequestHead,
  request: MessagesRequest,
  { findThread, findContainer }: Memory,
): Judgement {
  const asked = { endpoint, betas: betasOf(head), request };
  const { toolFields, richBlocks, messageFields, specialFields } = traitsOf(request);
  const unasked =
    toolFields || richBlocks || messageFields || specialFields ? firstBreach(askingRules, asked) : undefined;
  if (unasked !== undefined) return { refused: unasked };
  const model = modelById(request.model);
  const version = head.header("anthropic-version");
  if (model === undefined || !isApiVersion(version)) {
    const unknown = firstBreach(modelExistsRules, request) ?? firstBreach(versionRules, head);
    if (unknown !== undefined) return { refused: unknown };
    throw new Error("A model or version is unknown to the catalogue but known to the rules");
  }
  const userProfile = head.header("anthropic-user-profile-id");
  const sent: RequestFacts = {
    endpoint,
    version,
    betas: betasOf(head),
    model,
    request,
    ...(userProfile !== undefined && { userProfile }),
  };
  const held = heldThread(request, findThread);
  const unthreaded = firstBreach(threadRules, { facts: sent, held });
  if (unthreaded !== undefined) return { refused: unthreaded };
  const facts = { ...sent, request: effectiveRequest(request, held) };
  const refused = firstFactBreach(facts) ?? firstBreach(containerRules, { facts, find: findContainer });
  return refused === undefined ? { accepted: facts } : { refused };
}
