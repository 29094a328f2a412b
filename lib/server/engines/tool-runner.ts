// How does a program let the SDK's own tool runner run the loop?
import type { SdkAbilities } from "@/lib/protocol/engine-catalogue";
import type { EngineChoice } from "@/lib/protocol/engine-choice";
import type { EngineContext, EngineEnd } from "./engine";
import { messagesParams } from "./messages-params";
import { nextStep } from "./next-step";
import { runnableTools } from "./runnable-tools";
import { type CompactionControl, runnerHooks } from "./runner-hooks";
import { headerPairs, sdkClient } from "./sdk-client";
import type { SdkMessage, SdkModule, SdkRunner, SdkRunnerItem } from "./sdk-module";

type RunnerChoice = Extract<EngineChoice, { kind: "tool-runner" }>;

/** As often as the SDK does by default. A runner has no other way to repeat a request, and each attempt is recorded. */
const maxRetries = 2;

/**
 * `client.beta.messages.toolRunner(params, { headers })`, its replies taken one by one with `for await`. A compaction
 * does not count as an iteration, as in the SDK.
 */
export async function toolRunner(
  sdk: SdkModule,
  context: EngineContext,
  choice: RunnerChoice,
  abilities: SdkAbilities,
): Promise<EngineEnd> {
  const { request, signal } = context;
  const { tools, noteReply } = runnableTools(sdk, context);
  const mostIterations = Math.min(choice.maxIterations ?? Number.POSITIVE_INFINITY, request.limits.maxTurns);
  const compactionControl: CompactionControl = { enabled: false, contextTokenThreshold: 0 };
  const runner = sdkClient(sdk, context, { maxRetries }).beta.messages.toolRunner(
    {
      ...messagesParams(context, [...tools, ...context.serverTools]),
      // Required by the runner, even where there are none.
      ...(tools.length + context.serverTools.length === 0 ? { tools: [] } : {}),
      messages: context.messages,
      max_iterations: mostIterations,
      // What a version does not know it would send to the provider.
      ...(choice.thread === false && abilities.threads ? { thread: false } : {}),
      ...(choice.eager === true && abilities.eager ? { runToolsEagerly: true } : {}),
      ...(abilities.compaction === "compactionControl" ? { compactionControl } : {}),
    },
    { headers: headerPairs(request.headers.perRequest), signal },
  );
  const hooks = runnerHooks(choice.hooks ?? [], runner, compactionControl);

  let last: SdkMessage | null = null;
  let iterations = 0;
  for await (const item of runner) {
    const message = await messageOf(item);
    if (message === null) continue;
    last = message;
    noteReply(message);
    if (hooks.isCompaction()) continue;
    iterations += 1;
    if ((await hooks.afterTurn(message)) === "leave") break;
  }
  signal.throwIfAborted();
  if (iterations === mostIterations && goesOn(last, runner)) {
    return { outcome: "turn-limit", maxTurns: mostIterations };
  }
  return { outcome: "completed", stopReason: last?.stop_reason ?? "none" };
}

/** @returns null where the reply failed: the runner throws that itself when it is asked for the next one */
async function messageOf(item: SdkRunnerItem): Promise<SdkMessage | null> {
  if (!("finalMessage" in item)) return item;
  try {
    return await item.finalMessage();
  } catch {
    return null;
  }
}

/** True where the runner ended with something left to send: results, messages, or a reply the provider had not finished. */
function goesOn(last: SdkMessage | null, runner: SdkRunner): boolean {
  return runner.params.messages.at(-1)?.role === "user" || nextStep(last?.stop_reason ?? null) === "resume";
}
