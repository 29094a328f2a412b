// Which message does an accepted request get, ordered failures aside?

import type { CatalogueModel } from "./api/catalogue-model";
import type { MessagesRequest } from "./api/messages-request";
import type { CacheDiagnosis } from "./cache/cache-diagnosis";
import type { PromptCache, PromptUsage } from "./cache/prompt-cache";
import type { ContainerShelf } from "./containers/container-shelf";
import { withContainer } from "./containers/issued-container";
import {
  compactAtThreshold,
  compactionIteration,
  compactOnDemand,
  usageOfCompaction,
} from "./context/compact";
import { isCompacting } from "./context/compaction-block";
import { readRequest } from "./context/read-request";
import { recalled } from "./context/recall-summary";
import { fallBack } from "./fallback/fall-back";
import type { JsonObject } from "./json/canonical-json";
import { withBetaFields } from "./message/beta-fields";
import { buildMessage } from "./message/build-message";
import type { BuiltMessage } from "./message/message";
import { conversationOf } from "./model/conversation";
import { heuristicReply } from "./model/heuristic-reply";
import type { Reply } from "./model/reply";
import { scriptedReply } from "./model/scripted-reply";
import type { RequestFacts } from "./rulebook/request-facts";
import type { Script } from "./script/script";
import { conditionalTurn, turnOfScript } from "./script/turn-of-script";
import { bindingBeta } from "./thinking/returned-thinking";

/** What composing looks up and remembers. */
export type Composing = {
  readonly seed: string;
  /** The name in the path: what is remembered for one is not known under another. */
  readonly scope: string;
  readonly script: Script | undefined;
  readonly isBeta: boolean;
  readonly promptCache: PromptCache;
  readonly containers: ContainerShelf;
  readonly diagnosis: CacheDiagnosis;
};

export type Composed = { readonly built: BuiltMessage; readonly reply: Reply };

/** @param turn assistant messages since the last prompt, as the model has them in mind */
export function composeMessage(facts: RequestFacts, turn: number, composing: Composing): Composed {
  const { request: sent, model } = facts;
  const read = readRequest(sent, model);
  const prompt = composing.promptCache.account(read.request, model);
  const spoken = isCompacting(sent)
    ? { reply: compactOnDemand(sent, read.request, prompt), request: sent, prompt }
    : spokenReply(facts, turn, composing, prompt);
  const fallen = fallBack(spoken.reply, sent, (attempt, other) =>
    attemptReply(attempt, other, turn, composing),
  );
  const reply = withContainer(fallen?.reply ?? spoken.reply, composing.seed, composing.scope);
  composing.containers.store(composing.scope, reply.container);
  const built = buildMessage(
    fallen === undefined ? spoken.request : unlimited(spoken.request),
    reply,
    composing.seed,
    composing.isBeta,
    {
      usage: spoken.prompt,
      ...(facts.betas.includes(bindingBeta) && { transformations: read.transformations }),
    },
  );
  const { scope, diagnosis } = composing;
  const message = {
    ...built.message,
    model: fallen?.attempts.at(-1)?.model ?? built.message.model,
    diagnostics: diagnosis.diagnose(scope, sent, facts.betas, built.message.id),
  };
  if (!composing.isBeta) return { built: { ...built, message }, reply };
  const complete = withBetaFields(message, sent, read.appliedEdits, spoken.compaction, fallen?.attempts);
  return { built: { ...built, message: complete, openingModel: sent.model }, reply };
}

function unlimited({ max_tokens: _limit, ...request }: MessagesRequest): MessagesRequest {
  return request;
}

/** What a fallback says: a script by an entry with a condition, since those by turn are for the requested model. */
function attemptReply(
  attempt: MessagesRequest,
  model: CatalogueModel,
  turn: number,
  { script }: Composing,
): Reply {
  const index = script === undefined ? -1 : conditionalTurn(script, turn, attempt);
  if (script !== undefined && index !== -1) return scriptedReply(script, index);
  const known = recalled(readRequest(attempt, model).request);
  return heuristicReply(known, model, conversationOf(known.messages));
}

type Spoken = {
  readonly reply: Reply;
  /** What the reply is signed and counted for. */
  readonly request: MessagesRequest;
  readonly prompt: PromptUsage;
  /** The iteration in which the context was compacted on the way. */
  readonly compaction?: JsonObject;
};

function spokenReply(
  facts: RequestFacts,
  turn: number,
  { script, promptCache }: Composing,
  prompt: PromptUsage,
): Spoken {
  const { request: sent, model } = facts;
  const read = readRequest(sent, model).request;
  const say = (known: MessagesRequest) =>
    script === undefined
      ? heuristicReply(known, model, conversationOf(known.messages))
      : scriptedReply(script, turnOfScript(script, turn, sent));
  const compacted = compactAtThreshold(read);
  if (compacted === undefined) return { reply: say(recalled(read)), request: sent, prompt };
  const { block, request, outputTokens } = compacted;
  if (compacted.pauses) {
    const usage = usageOfCompaction(prompt, outputTokens);
    return { reply: { content: [block], stopReason: "compaction", usage }, request: sent, prompt };
  }
  const said = say(recalled(request));
  return {
    reply: { ...said, content: [block, ...said.content] },
    request,
    prompt: promptCache.account(request, model),
    compaction: compactionIteration(prompt, outputTokens),
  };
}
