// Is a request for compaction as the API asks?

import { blocksOf, type MessagesRequest } from "../api/messages-request";
import {
  isCompacting,
  isSummary,
  isUnfinished,
  onDemandBeta,
  signatureIn,
} from "../context/compaction-block";
import { netToolChanges } from "../context/net-tool-changes";
import { isJsonObject } from "../json/canonical-json";
import type { RequestFacts } from "./request-facts";
import type { Rule, Violation } from "./rule";

const longestInstructions = 16_384;
/** How many tools a block can record is not known. */
const mostToolChanges = 1_000;

/** Where tokens are counted the parameter is ignored. */
export const compactionRules: readonly Rule<RequestFacts>[] = [
  {
    number: 89,
    precondition: "the compaction parameter without its beta: only the quoted half is known",
    status: 400,
    evidenced: true,
    violation: ifCompacting(({ betas }) =>
      betas.includes(onDemandBeta)
        ? undefined
        : { wording: `the \`compaction\` parameter requires anthropic-beta: ${onDemandBeta}` },
    ),
  },
  {
    number: null,
    precondition: "compaction on a model that has none",
    status: 400,
    evidenced: false,
    violation: ifCompacting(({ model }) =>
      model.compaction
        ? undefined
        : { path: "compaction", wording: "compaction is not supported on this model" },
    ),
  },
  {
    number: 90,
    precondition: "compaction together with what it cannot go with, or with too long instructions",
    status: 400,
    evidenced: false,
    violation: ifCompacting(({ request }) => {
      const other = incompatible(request);
      if (other !== undefined) return { path: "compaction", wording: `cannot be combined with \`${other}\`` };
      const instructions = isJsonObject(request.compaction) ? request.compaction.instructions : undefined;
      if (typeof instructions !== "string" || instructions.length <= longestInstructions) return undefined;
      const wording = `String should have at most ${longestInstructions} characters`;
      return { path: "compaction.instructions", wording };
    }),
  },
  {
    number: 90,
    precondition: "what remains of a task budget together with a signed summary",
    status: 400,
    evidenced: false,
    violation: ({ request }) =>
      remainingBudget(request) && hasSignedSummary(request)
        ? {
            path: "output_config.task_budget.remaining",
            wording: "cannot be combined with a `compaction` block",
          }
        : undefined,
  },
  {
    number: 88,
    precondition: "compaction of a conversation in which neither user nor assistant has said anything",
    status: 400,
    errorCode: "compaction_nothing_to_summarize",
    evidenced: false,
    violation: ifCompacting(({ request: { messages } }) =>
      messages.some((message) => message.role !== "system" && blocksOf(message).length > 0)
        ? undefined
        : { path: "compaction", wording: "`messages` holds no `user` or `assistant` content to summarize" },
    ),
  },
  {
    number: 88,
    precondition: "compaction of a conversation that ends with an unfinished assistant turn",
    status: 400,
    errorCode: "compaction_incomplete_turn",
    evidenced: false,
    violation: ifCompacting(({ request }) =>
      isUnfinished(request)
        ? {
            path: `messages.${request.messages.findLastIndex(({ role }) => role === "assistant")}`,
            wording: "the last `assistant` turn is not finished: send its results, then compact",
          }
        : undefined,
    ),
  },
  {
    number: 88,
    precondition: "compaction of a conversation that changes more tools than a block can record",
    status: 400,
    errorCode: "compaction_too_many_tool_references",
    evidenced: false,
    violation: ifCompacting(({ request }) => {
      const count = netToolChanges(request)?.length ?? 0;
      return count <= mostToolChanges
        ? undefined
        : {
            path: "compaction",
            wording: `the conversation references ${count} tools, and a \`compaction\` block can record ${mostToolChanges}`,
          };
    }),
  },
];

function ifCompacting(
  violation: (facts: RequestFacts) => Violation | undefined,
): (facts: RequestFacts) => Violation | undefined {
  return (facts) =>
    facts.endpoint === "create" && isCompacting(facts.request) ? violation(facts) : undefined;
}

function incompatible(request: MessagesRequest): string | undefined {
  if ((request.stop_sequences ?? []).length > 0) return "stop_sequences";
  if (isJsonObject(request.output_config?.format)) return "output_config.format";
  if (isJsonObject(request.output_format)) return "output_format";
  if (request.tool_choice?.type === "any" || request.tool_choice?.type === "tool") return "tool_choice";
  if (isJsonObject(request.context_management)) return "context_management";
  return remainingBudget(request) ? "output_config.task_budget.remaining" : undefined;
}

function remainingBudget(request: MessagesRequest): boolean {
  const budget = request.output_config?.task_budget;
  return isJsonObject(budget) && (budget.remaining ?? null) !== null;
}

function hasSignedSummary({ messages }: MessagesRequest): boolean {
  return messages.some((message) =>
    blocksOf(message).some((block) => isSummary(block) && signatureIn(block) !== undefined),
  );
}
