// How does a tool loop written by hand on the SDK run from the first request to the last?
import type { JsonObject } from "@/lib/protocol/json-object";
import type { EngineContext, EngineEnd } from "./engine";
import { messagesParams } from "./messages-params";
import { followUp, keptReply, resultMessages, threadedContainer } from "./mishaps";
import { nextStep } from "./next-step";
import { readReply } from "./read-reply";
import { withRetries } from "./retry";
import { echoed, endsInToolCall, runBatch } from "./run-batch";
import { headerPairs, sdkClient } from "./sdk-client";
import type { SdkClient, SdkModule } from "./sdk-module";

/** What one request of the loop has that the others may not. */
type Ask = {
  readonly messages: readonly JsonObject[];
  readonly maxTokens: number;
  readonly container: unknown;
  readonly isFollowUp: boolean;
};

/** The manual loop: ask, look at the stop reason, run the tools, send all results in one user message, ask again. */
export async function manualLoop(sdk: SdkModule, context: EngineContext): Promise<EngineEnd> {
  const { request, signal } = context;
  const { mishaps } = request;
  // Retries are the loop's own, so that what is given up, and after how long a wait, is the loop's to say.
  const first = sdkClient(sdk, context, { maxRetries: 0 });
  const later = mishaps.includes("drop-default-headers-on-follow-up")
    ? sdkClient(sdk, context, { maxRetries: 0, defaultHeaders: [] })
    : first;
  const messages: JsonObject[] = [...context.messages];
  let container = request.params.container;
  let maxTokens = request.maxTokens;
  let isFollowUp = false;

  for (let turn = 1; turn <= request.limits.maxTurns; ) {
    const client = isFollowUp ? later : first;
    const asked = { messages, maxTokens, container, isFollowUp };
    const response = await withRetries(sdk, () => ask(client, asked, context), signal);
    const reply = await readReply(response, request.limits.maxEventBytes);
    isFollowUp = true;
    container = threadedContainer(container, reply.container, mishaps);
    const step = nextStep(reply.stopReason);
    if (step === "more-room" && endsInToolCall(reply.content) && maxTokens === request.maxTokens) {
      maxTokens = widened(maxTokens);
      continue;
    }
    maxTokens = request.maxTokens;
    const results = step === "run-tools" ? await runBatch(reply.content, context) : [];
    signal.throwIfAborted();
    if (step !== "resume" && results.length === 0) {
      return { outcome: "completed", stopReason: reply.stopReason ?? "none" };
    }
    messages.push({ role: "assistant", content: keptReply(echoed(reply.content), mishaps) });
    messages.push(...resultMessages(results, mishaps));
    turn += 1;
  }
  return { outcome: "turn-limit", maxTurns: request.limits.maxTurns };
}

function ask(client: SdkClient, asked: Ask, context: EngineContext) {
  const { maxTokens, container, isFollowUp } = asked;
  const { request, tools, serverTools, signal } = context;
  const all = {
    messages: asked.messages,
    definitions: [...tools.map((tool) => tool.definition), ...serverTools],
  };
  const { messages, definitions } = isFollowUp ? followUp(all, request.mishaps) : all;
  const body = {
    ...messagesParams(context, definitions),
    max_tokens: maxTokens,
    ...(container === undefined ? {} : { container }),
    messages,
  };
  return client.beta.messages
    .create(body, { signal, headers: headerPairs(request.headers.perRequest) })
    .asResponse();
}

function widened(maxTokens: number): number {
  return Math.max(maxTokens * 2, Math.min(maxTokens * 4, 32_000));
}
