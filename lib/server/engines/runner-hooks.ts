// How is what a run request asks of the runner between two turns done with the runner's own methods?
import type { RunnerHook } from "@/lib/protocol/engine-choice";
import { isJsonObject } from "@/lib/protocol/json-object";
import { nextStep } from "./next-step";
import type { SdkMessage, SdkRunner, SdkToolResults } from "./sdk-module";

/** The runner's `compactionControl` of 0.71 to 0.128. It reads the object before each next turn, so it can be switched. */
export type CompactionControl = { enabled: boolean; readonly contextTokenThreshold: number };

export type RunnerHooks = {
  /** True where the reply at hand is the summary of a compaction asked for here: not a turn of the conversation. */
  readonly isCompaction: () => boolean;
  /** The body of the `for await` loop. `leave` means: break. */
  readonly afterTurn: (message: SdkMessage) => Promise<"leave" | "go-on">;
};

type HookOf<Kind extends RunnerHook["kind"]> = Extract<RunnerHook, { kind: Kind }>;

export function runnerHooks(
  hooks: readonly RunnerHook[],
  runner: SdkRunner,
  compactionControl: CompactionControl,
): RunnerHooks {
  let turn = 0;
  let compaction: "none" | "after-resume" | "next" = "none";

  const afterTurn: RunnerHooks["afterTurn"] = async (message) => {
    turn += 1;
    const due = hooks.filter((hook) => !("afterTurn" in hook) || (hook.afterTurn ?? turn) === turn);
    const of = <Kind extends RunnerHook["kind"]>(kind: Kind) =>
      due.filter((hook): hook is HookOf<Kind> => hook.kind === kind);
    const step = nextStep(message.stop_reason);
    if (compaction === "after-resume" && step !== "resume") compaction = "next";

    const appended = of("append-messages").flatMap((hook) => hook.messages);
    const needsResults = due.some((hook) => hook.kind !== "compact");
    const results =
      needsResults && (step === "run-tools" || (appended.length > 0 && hasCalls(message)))
        ? await runner.generateToolResponse()
        : null;
    if (results !== null) {
      editResults(results, message, of("edit-tool-result"));
      if (of("stop-on-tool-error").some((hook) => failed(results, message, hook.tool))) return "leave";
    }
    compactionControl.enabled = of("compact").length > 0;
    if (compactionControl.enabled && runner.compactBeforeNextTurn !== undefined) {
      runner.compactBeforeNextTurn();
      compaction = step === "resume" ? "after-resume" : "next";
    }
    const edits = of("edit-params").map((hook) => hook.params);
    const isOver = results === null && step !== "resume" && appended.length === 0;
    if (!isOver && edits.length + appended.length > 0) {
      takeOver(runner, message, results, Object.assign({}, ...edits), appended);
    }
    return "go-on";
  };

  return {
    isCompaction: () => {
      const isNext = compaction === "next";
      if (isNext) compaction = "none";
      return isNext;
    },
    afterTurn,
  };
}

/**
 * Whoever changes the runner's parameters in the loop's body takes the history over: the runner adds neither the reply
 * nor the results then, so both are added here, and the container that the runner would have adopted.
 */
function takeOver(
  runner: SdkRunner,
  message: SdkMessage,
  results: SdkToolResults | null,
  edits: object,
  appended: readonly object[],
): void {
  const container = message.container?.id;
  runner.setMessagesParams((params) => ({
    ...params,
    ...(container === undefined || params.container !== undefined ? {} : { container }),
    ...edits,
  }));
  const reply = { role: message.role, content: message.content };
  runner.pushMessages(reply, ...(results === null ? [] : [results]), ...appended);
}

/** The object `generateToolResponse` gives out is the one the runner sends, so an edit of it reaches the provider. */
function editResults(
  results: SdkToolResults,
  message: SdkMessage,
  hooks: readonly HookOf<"edit-tool-result">[],
): void {
  for (const hook of hooks) {
    for (const block of resultsOf(results, message, hook.tool)) Object.assign(block, hook.fields);
  }
}

function failed(results: SdkToolResults, message: SdkMessage, tool: string | undefined): boolean {
  return resultsOf(results, message, tool).some((block) => block.is_error === true);
}

function resultsOf({ content }: SdkToolResults, message: SdkMessage, tool: string | undefined) {
  const blocks = typeof content === "string" ? [] : content.filter(isJsonObject);
  if (tool === undefined) return blocks;
  const ids = message.content.filter((block) => block.name === tool).map((block) => block.id);
  return blocks.filter((block) => ids.some((id) => id === block.tool_use_id));
}

function hasCalls(message: SdkMessage): boolean {
  return message.content.some((block) => block.type === "tool_use");
}
