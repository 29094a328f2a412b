// Which of the rules about a well-shaped request can this one break, and which does it break first?

import type { ApiError } from "../api/api-error";
import { executedToolRules } from "../server-tools/executed-tool-rules";
import { billingRules } from "./billing-rules";
import { cacheRules } from "./cache-rules";
import { callerAnswerRules, callerToolRules } from "./caller-rules";
import { compactionRules } from "./compaction-rules";
import { contextRules } from "./context-rules";
import { conversationRules } from "./conversation-rules";
import { effortRules } from "./effort-rules";
import { fallbackRules } from "./fallback-rules";
import { imageRules } from "./image-rules";
import { limitRules } from "./limit-rules";
import { modelRules } from "./model-rules";
import { pairingRules } from "./pairing-rules";
import { providedToolRules } from "./provided-tool-rules";
import type { RequestFacts } from "./request-facts";
import { type RequestTraits, traitsOf } from "./request-traits";
import { firstBreach, type Rule } from "./rule";
import { serverToolRules } from "./server-tool-rules";
import { summaryRules } from "./summary-rules";
import { systemMessageRules } from "./system-message-rules";
import { thinkingRules } from "./thinking-rules";
import { toolChangeRules } from "./tool-change-rules";
import { toolDefinitionRules } from "./tool-definition-rules";
import { toolRules } from "./tool-rules";

/** Rules that a request without what they are about cannot break; left out, any request may. */
type RuleGroup = {
  readonly rules: readonly Rule<RequestFacts>[];
  readonly concerns?: (traits: RequestTraits) => boolean;
};

const aboutTools = ({ toolFields, richBlocks }: RequestTraits) => toolFields || richBlocks;
const aboutBlocks = ({ richBlocks }: RequestTraits) => richBlocks;

/** In the API's order: the model's features, the tools, the messages and their pairs, thinking, limits. */
const groups: readonly RuleGroup[] = [
  { rules: billingRules, concerns: ({ has }) => has("billing_policy") },
  { rules: modelRules },
  { rules: effortRules },
  { rules: fallbackRules, concerns: ({ has }) => has("fallbacks") },
  { rules: contextRules, concerns: ({ has }) => has("context_management") },
  { rules: summaryRules, concerns: aboutBlocks },
  {
    rules: compactionRules,
    concerns: ({ has, richBlocks }) => has("compaction") || (has("output_config") && richBlocks),
  },
  {
    rules: [...toolDefinitionRules, ...toolRules, ...callerToolRules, ...providedToolRules],
    concerns: aboutTools,
  },
  { rules: cacheRules },
  { rules: toolChangeRules, concerns: aboutTools },
  { rules: conversationRules },
  { rules: systemMessageRules, concerns: ({ systemMessages }) => systemMessages },
  {
    rules: [...imageRules, ...pairingRules, ...callerAnswerRules, ...serverToolRules, ...executedToolRules],
    concerns: aboutBlocks,
  },
  { rules: thinkingRules, concerns: ({ has, richBlocks }) => has("thinking") || richBlocks },
  { rules: limitRules },
];

export const factRules: readonly Rule<RequestFacts>[] = groups.flatMap((group) => group.rules);

/** What {@link factRules} would find, without asking those that cannot find anything. */
export function firstFactBreach(facts: RequestFacts): ApiError | undefined {
  const traits = traitsOf(facts.request);
  for (const { rules, concerns } of groups) {
    const breach = concerns === undefined || concerns(traits) ? firstBreach(rules, facts) : undefined;
    if (breach !== undefined) return breach;
  }
  return undefined;
}
