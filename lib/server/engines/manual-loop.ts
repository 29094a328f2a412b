// How does a tool loop written by hand on the SDK run from the first request to the last?
import Anthropic from "@anthropic-ai/sdk";
import type { HeaderEntry } from "@/lib/protocol/header-entry";
import type { JsonObject } from "@/lib/protocol/json-object";
import { isJsonObject } from "@/lib/protocol/json-object";
import type { Engine, EngineContext } from "./engine";
import { nextStep } from "./next-step";
import { readReply } from "./read-reply";
import { withRetries } from "./retry";
import { echoed, endsInToolCall, runBatch } from "./run-batch";

/** What one request of the loop has that the others may not. */
type Ask = {
  readonly messages: readonly JsonObject[];
  readonly maxTokens: number;
  readonly container: unknown;
};

/** The manual loop: ask, look at the stop reason, run the tools, send all results in one user message, ask again. */
export const manualLoop: Engine = async (context) => {
  const { request, signal } = context;
  const client = clientOf(context);
  const messages: JsonObject[] = [...context.messages];
  let container = request.params.container;
  let maxTokens = request.maxTokens;

  for (let turn = 1; turn <= request.limits.maxTurns; ) {
    const reply = await readReply(
      await withRetries(() => ask(client, { messages, maxTokens, container }, context), signal),
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
};

function clientOf({ credential, baseURL, request, fetch }: EngineContext): Anthropic {
  return new Anthropic({
    ...credential,
    baseURL,
    fetch,
    defaultHeaders: headersOf(request.headers.default),
    // Retries are the loop's own, so that each attempt is an event.
    maxRetries: 0,
    // The run's own limit holds; a time limit here also lifts the SDK's refusal of long answers that are not streamed.
    timeout: request.limits.totalTimeoutMs,
    // Custom headers and the prompt must not follow a redirect to an origin nobody typed.
    fetchOptions: { redirect: "manual" },
    // On malformed data the SDK would print the raw chunk, with whatever secret it holds.
    logLevel: "off",
  });
}

function ask(client: Anthropic, { messages, maxTokens, container }: Ask, context: EngineContext) {
  const { request, tools, serverTools, signal } = context;
  const definitions = [...tools.map((tool) => tool.definition), ...serverTools];
  const body = {
    ...request.params,
    model: request.model,
    max_tokens: maxTokens,
    ...(request.system === undefined ? {} : { system: request.system }),
    ...(definitions.length === 0 ? {} : { tools: definitions }),
    ...(request.toolChoice === undefined ? {} : { tool_choice: request.toolChoice }),
    ...(container === undefined ? {} : { container }),
    messages,
    stream: request.stream,
  };
  // What the user typed goes out as typed, right or wrong: judging it is the provider's part.
  const params = body as unknown as Anthropic.Beta.MessageCreateParams;
  return client.beta.messages
    .create(params, { signal, headers: headersOf(request.headers.perRequest) })
    .asResponse();
}

/** As pairs, so that a repeated name stays repeated. */
function headersOf(entries: readonly HeaderEntry[]): [string, string][] {
  return entries.map(({ name, value }) => [name, value]);
}

/** Code execution goes on in the container the last reply named; skills the user asked for stay with it. */
function threadedContainer(sent: unknown, answered: unknown): unknown {
  if (!isJsonObject(answered) || typeof answered.id !== "string") return sent;
  return isJsonObject(sent) ? { ...sent, id: answered.id } : answered.id;
}

function widened(maxTokens: number): number {
  return Math.max(maxTokens * 2, Math.min(maxTokens * 4, 32_000));
}
