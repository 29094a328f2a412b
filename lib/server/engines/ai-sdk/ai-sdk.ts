// How does a program run the loop with the AI SDK?
import type { generateText } from "ai";
import type { EngineContext, EngineEnd } from "../engine";
import { SdkError } from "../sdk-error";
import { aiTools } from "./ai-tools";
import { callHeaders } from "./call-headers";
import { callSettings } from "./call-settings";
import { modelMessages } from "./model-messages";

type Call = Parameters<typeof generateText>[0];
/** What the loop's end is read from: every step is one reply. */
type Step = { readonly finishReason: string; readonly rawFinishReason: string | undefined };

/**
 * `streamText` or `generateText` of `ai` with the provider of `@ai-sdk/anthropic`. A step is a turn. The AI SDK tries a
 * failed request twice more, as it does by default, and each attempt crosses `fetch`.
 */
export async function aiSdk(context: EngineContext): Promise<EngineEnd> {
  const { request, signal } = context;
  const ai = await import("ai");
  const { createAnthropic } = await import("@ai-sdk/anthropic");
  const provider = createAnthropic({
    ...context.credential,
    baseURL: `${context.baseURL.replace(/\/$/, "")}/v1`,
    fetch: (input, init) => context.fetch(input, init),
    headers: callHeaders("headers.default", request.headers.default),
  });
  const call = {
    ...callSettings(request),
    model: provider(request.model),
    messages: modelMessages(context.messages),
    tools: aiTools(ai, context),
    headers: callHeaders("headers.perRequest", request.headers.perRequest),
    stopWhen: ai.stepCountIs(request.limits.maxTurns),
    abortSignal: signal,
  };
  try {
    const steps = request.stream ? await streamed(ai, call) : (await ai.generateText(call)).steps;
    signal.throwIfAborted();
    return endOf(steps, request.limits.maxTurns);
  } catch (error) {
    throw fromAiSdk(ai, error);
  }
}

type AiModule = typeof import("ai");

async function streamed(ai: AiModule, call: Call): Promise<readonly Step[]> {
  const failures: unknown[] = [];
  // Left to itself the AI SDK prints an error, with whatever secret it holds, and ends the stream as if nothing had been.
  const onError = ({ error }: { error: unknown }) => {
    failures.push(error);
  };
  const result = ai.streamText({ ...call, onError });
  await result.consumeStream({ onError: (error) => failures.push(error) });
  if (failures.length > 0) throw failures[0];
  return result.steps;
}

function endOf(steps: readonly Step[], maxTurns: number): EngineEnd {
  const last = steps.at(-1);
  if (steps.length === maxTurns && last?.finishReason === "tool-calls") {
    return { outcome: "turn-limit", maxTurns };
  }
  return { outcome: "completed", stopReason: last?.rawFinishReason ?? last?.finishReason ?? "none" };
}

function fromAiSdk({ AISDKError, APICallError, RetryError }: AiModule, error: unknown): unknown {
  if (RetryError.isInstance(error)) return new SdkError(error.message, "provider");
  if (APICallError.isInstance(error)) return new SdkError(error.message, "provider", error.statusCode);
  return AISDKError.isInstance(error) ? new SdkError(error.message, "sdk") : error;
}
