// Is a request accepted, and if not, which error comes first?

import type { ApiError } from "../api/api-error";
import type { MessagesRequest } from "../api/messages-request";
import { modelById } from "../api/model-catalogue";
import { executedToolRules } from "../server-tools/executed-tool-rules";
import { countShape, createShape } from "../shape/request-shapes";
import { firstShapeProblem } from "../shape/shape-problem";
import { effectiveRequest, heldThread } from "../threads/effective-request";
import { threadFieldRules, threadRules } from "../threads/thread-rules";
import type { FindThread } from "../threads/thread-store";
import { betaBlockRules } from "./beta-block-rules";
import { bodySizeRules, jsonRules, parseJsonText } from "./body-rules";
import { cacheRules } from "./cache-rules";
import { callerAnswerRules, callerToolRules } from "./caller-rules";
import { compactionRules } from "./compaction-rules";
import { conversationRules } from "./conversation-rules";
import { effortRules } from "./effort-rules";
import {
  betaRules,
  betasOf,
  credentialRules,
  isApiVersion,
  type RequestHead,
  versionRules,
} from "./header-rules";
import { imageRules } from "./image-rules";
import { limitRules } from "./limit-rules";
import { modelExistsRules, modelRules } from "./model-rules";
import { pairingRules } from "./pairing-rules";
import { providedToolRules } from "./provided-tool-rules";
import type { Endpoint, RequestFacts } from "./request-facts";
import { firstBreach, type Rule } from "./rule";
import { schemaRules } from "./schema-rules";
import { serverToolRules } from "./server-tool-rules";
import { systemMessageRules } from "./system-message-rules";
import { thinkingRules } from "./thinking-rules";
import { toolChangeRules } from "./tool-change-rules";
import { toolDefinitionRules } from "./tool-definition-rules";
import { toolRules } from "./tool-rules";

export type Judgement = { readonly accepted: RequestFacts } | { readonly refused: ApiError };

/** In the API's order: the model's features, the tools, the messages and their pairs, thinking, limits. */
const factRules: readonly Rule<RequestFacts>[] = [
  ...modelRules,
  ...effortRules,
  ...compactionRules,
  ...toolDefinitionRules,
  ...toolRules,
  ...callerToolRules,
  ...providedToolRules,
  ...cacheRules,
  ...toolChangeRules,
  ...conversationRules,
  ...systemMessageRules,
  ...imageRules,
  ...pairingRules,
  ...callerAnswerRules,
  ...serverToolRules,
  ...executedToolRules,
  ...thinkingRules,
  ...limitRules,
];

/** Every rule without its check: what it is about, and how it is refused. */
export const rules: readonly Omit<Rule<never>, "violation">[] = [
  ...versionRules,
  ...credentialRules,
  ...bodySizeRules,
  ...jsonRules,
  ...betaRules,
  ...schemaRules,
  ...betaBlockRules,
  ...threadFieldRules,
  ...modelExistsRules,
  ...threadRules,
  ...factRules,
];

/** What every endpoint asks of the headers. */
export function judgeHead(head: RequestHead): ApiError | undefined {
  return firstBreach([...versionRules, ...credentialRules], head);
}

/**
 * Holds a request against the rules in the API's order: version, credential, JSON, beta values, shape, model, thread,
 * what the model can do, tools, messages, limits. What is accepted is the effective request: a continued thread stands
 * in it with its whole history.
 */
export function judge(
  endpoint: Endpoint,
  head: RequestHead,
  bodyText: string,
  findThread: FindThread = () => undefined,
): Judgement {
  const early = judgeHead(head) ?? firstBreach(bodySizeRules, bodyText);
  if (early !== undefined) return { refused: early };
  const parsed = parseJsonText(bodyText);
  const unread = firstBreach(jsonRules, parsed) ?? firstBreach(betaRules, head);
  if (unread !== undefined) return { refused: unread };
  const misshapen = shapeBreach(endpoint, parsed.value);
  if (misshapen !== undefined) return { refused: misshapen };
  // The shapes have just been held against the value, and they describe this type.
  return judgeRequest(endpoint, head, parsed.value as MessagesRequest, findThread);
}

function shapeBreach(endpoint: Endpoint, value: unknown): ApiError | undefined {
  const problem = firstShapeProblem(value, endpoint === "create" ? createShape : countShape);
  return problem === undefined ? undefined : firstBreach(schemaRules, problem);
}

function judgeRequest(
  endpoint: Endpoint,
  head: RequestHead,
  request: MessagesRequest,
  findThread: FindThread,
): Judgement {
  const asked = { endpoint, betas: betasOf(head), request };
  const unasked = firstBreach(betaBlockRules, asked) ?? firstBreach(threadFieldRules, asked);
  if (unasked !== undefined) return { refused: unasked };
  const model = modelById(request.model);
  const version = head.header("anthropic-version");
  if (model === undefined || !isApiVersion(version)) {
    const unknown = firstBreach(modelExistsRules, request) ?? firstBreach(versionRules, head);
    if (unknown !== undefined) return { refused: unknown };
    throw new Error("A model or version is unknown to the catalogue but known to the rules");
  }
  const sent: RequestFacts = { endpoint, version, betas: betasOf(head), model, request };
  const held = heldThread(request, findThread);
  const unthreaded = firstBreach(threadRules, { facts: sent, held });
  if (unthreaded !== undefined) return { refused: unthreaded };
  const facts = { ...sent, request: effectiveRequest(request, held) };
  const refused = firstBreach(factRules, facts);
  return refused === undefined ? { accepted: facts } : { refused };
}
