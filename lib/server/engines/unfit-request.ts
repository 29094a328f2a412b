// What of a run request can the engine it chooses not do?
import type { EngineChoice } from "@/lib/protocol/engine-choice";
import type { RunRequest } from "@/lib/protocol/run-request";
import { FieldError } from "../door/field-error";
import { callHeaders } from "./ai-sdk/call-headers";
import { callSettings } from "./ai-sdk/call-settings";
import { modelMessages } from "./ai-sdk/model-messages";
import { sdkVersionOf } from "./sdk-versions";

type RunnerChoice = Extract<EngineChoice, { kind: "tool-runner" }>;

/** @throws FieldError naming the field, and what to choose instead */
export function refuseUnfit(request: RunRequest): void {
  const { engine } = request;
  if (engine.kind === "manual") {
    sdkVersionOf(engine.sdkVersion);
    return;
  }
  if (request.execution === "sequential") {
    const reason =
      "only the manual loop runs calls one after the other; the others start all calls of a reply";
    throw new FieldError("execution", `${reason}: leave it out, or choose the manual loop`);
  }
  if (engine.kind === "ai-sdk") refuseUnfitCall(request);
  else refuseUnfitRunner(engine, request);
}

function refuseUnfitRunner(engine: RunnerChoice, { stream }: RunRequest): void {
  const { version, abilities } = sdkVersionOf(engine.sdkVersion);
  if (engine.thread === true && !abilities.threads)
    throw new FieldError("engine.thread", `SDK ${version} has no message threads: choose 1.2.0 or newer`);
  if (engine.eager === true && !abilities.eager)
    throw new FieldError("engine.eager", `SDK ${version} has no runToolsEagerly: choose a newer version`);
  if (engine.eager === true && !stream)
    throw new FieldError("engine.eager", "tools can start early only while a reply streams: set `stream`");
  for (const [index, hook] of (engine.hooks ?? []).entries()) {
    const field = `engine.hooks.${index}`;
    if (hook.kind === "compact" && abilities.compaction === "none")
      throw new FieldError(`${field}.kind`, `the tool runner of SDK ${version} cannot compact`);
    if (hook.kind === "edit-params") refuseUnfitEdit(`${field}.params`, hook.params);
  }
}

/** What the AI SDK has no form for is found by giving it that form. */
function refuseUnfitCall(request: RunRequest): void {
  const serverTool = request.tools?.findIndex((tool) => typeof tool !== "string" && "type" in tool) ?? -1;
  if (serverTool >= 0)
    throw new FieldError(
      `tools.${serverTool}`,
      "this engine gives the AI SDK client tools only: choose another engine",
    );
  callHeaders("headers.default", request.headers.default);
  callHeaders("headers.perRequest", request.headers.perRequest);
  callSettings(request);
  modelMessages(request.messages ?? []);
}

const notForAnEdit: ReadonlyMap<string, string> = new Map([
  ["messages", 'add messages with a hook of the kind "append-messages"'],
  ["tools", "the runner runs the tools it was given at the start"],
  ["stream", "set `stream` of the run"],
  ["max_iterations", "set `engine.maxIterations`"],
  ["runToolsEagerly", "set `engine.eager`"],
  ["thread", "set `engine.thread`"],
  ["compaction", 'use a hook of the kind "compact"'],
  ["compactionControl", 'use a hook of the kind "compact"'],
]);

function refuseUnfitEdit(field: string, params: object): void {
  for (const name of Object.keys(params)) {
    const remedy = notForAnEdit.get(name);
    if (remedy !== undefined)
      throw new FieldError(`${field}.${name}`, `\`${name}\` cannot be edited between turns: ${remedy}`);
  }
}
