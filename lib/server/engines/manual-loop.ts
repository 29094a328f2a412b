// How does a tool loop written by hand on the SDK run from the first request to the last?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import type { EngineContext, EngineEnd } from "./engine";
import { messagesParams } from "./messages-params";
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
};

/** The manual loop: ask, look at the stop reason, run the tools, send all results in one user message, ask again. */
export async function manualLoop(sdk: SdkModule, context: EngineContext): Promise<EngineEnd> {
  const { request, signal } = context;
  // Retries are the loop's own, so that what is given up, and after how long a wait, is the loop's to say.
  const client = sdkClient(sdk, context, { maxRetries: 0 });
  const messages: JsonObject[] = [...context.messages];
  let container = request.params.container;
  let maxTokens = request.maxTokens;

  for (let turn = 1; turn <= request.limits.maxTurns; ) {
    const reply = await readReply(
      await withRetries(sdk, () => ask(client, { messages, maxTokens, container }, context), signal),
    );
    container = threadedContainer(container, reply.container);
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
    messages.push({ role: "assistant", content: echoed(reply.content) });
    if (results.length > 0) messages.push({ role: "user", content: results });
    turn += 1;
  }
  return { outcome: "turn-limit", maxTurns: request.limits.maxTurns };
}

function ask(client: SdkClient, { messages, maxTokens, container }: Ask, context: EngineContext) {
  const { request, tools, signal } = context;
  const body = {
    ...messagesParams(
      context,
      tools.map((tool) => tool.definition),
    ),
    max_tokens: maxTokens,
    ...(container === undefined ? {} : { container }),
    messages,
  };
  return client.beta.messages
    .create(body, { signal, headers: headerPairs(request.headers.perRequest) })
    .asResponse();
}

/** Code execution goes on in the container the last reply named; skills the user asked for stay with it. */
function threadedContainer(sent: unknown, answered: unknown): unknown {
  if (!isJsonObject(answered) || typeof answered.id !== "string") return sent;
  return isJsonObject(sent) ? { ...sent, id: answered.id } : answered.id;
}

function widened(maxTokens: number): number {
  return Math.max(maxTokens * 2, Math.min(maxTokens * 4, 32_000));
}
