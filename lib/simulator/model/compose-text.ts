// What does the model write around its tool calls and after them?

import type { CustomTool } from "../api/messages-request";
import type { AnsweredCall } from "./conversation";
import { bringsSomething, describeAnswer, shortArguments, subjectOf } from "./describe-result";
import type { PlannedCall } from "./plan-calls";
import { isFailure } from "./progress";

/** The sentence before a batch of calls. */
export function announcement(calls: readonly PlannedCall[], isCorrection: boolean): string {
  if (isCorrection) return "That did not work as it was. I'll correct the input and try once more.";
  const byTool = new Map<string, string[]>();
  for (const { tool, input } of calls) {
    const about = shortArguments(input);
    byTool.set(tool.name, [...(byTool.get(tool.name) ?? []), ...(about === "" ? [] : [about])]);
  }
  const parts = Array.from(byTool, ([name, about]) => intention(name, about));
  const together =
    calls.length > 1 ? ` That makes ${calls.length} calls, and none needs another's result.` : "";
  const allBring = parts.every((part) => part.startsWith("get "));
  const spoken = allBring ? `get ${joined(parts.map((part) => part.slice(4)))}` : joined(parts);
  return `I'll ${spoken}.${together}`;
}

/** "get the weather for Paris"; a tool that does something rather than bring something is called by its name. */
function intention(name: string, about: readonly string[]): string {
  if (bringsSomething(name))
    return `get the ${subjectOf(name)}${about.length > 0 ? ` for ${joined(about)}` : ""}`;
  return `call ${name}${about.length > 0 ? ` with ${joined(about)}` : ""}`;
}

/** The answer once every call has its result. */
export function finalAnswer(done: readonly AnsweredCall[], unmatched: readonly string[]): string {
  const lines = done.map(describeAnswer);
  const failures = done.filter(isFailure).length;
  const lead =
    failures === 0
      ? "Here is what I found:"
      : failures === done.length
        ? "This did not work:"
        : "Here is what I found, though not all of it worked:";
  const body = lines.length <= 1 ? (lines[0] ?? "") : [lead, ...lines.map((line) => `- ${line}`)].join("\n");
  const rest = unmatched.map((text) => `I have no tool for “${text}”.`);
  return [body, ...rest].filter((part) => part !== "").join("\n\n");
}

/** The answer where no call would help. */
export function honestAnswer(tools: readonly CustomTool[]): string {
  const opening =
    "I am the simulator: no model is behind this reply. I choose tools by their names, descriptions and schemas, and answer from their results.";
  if (tools.length === 0)
    return `${opening} This request offers no tools, so there is nothing for me to call.`;
  const names = tools.slice(0, 8).map(({ name }) => name);
  const more = tools.length > names.length ? ` and ${tools.length - names.length} more` : "";
  return `${opening} None of the tools here seems to be meant for this: ${names.join(", ")}${more}. Try a prompt that says what one of them is for.`;
}

/** What a thinking block says before the calls. */
export function reasoning(calls: readonly PlannedCall[], done: readonly AnsweredCall[]): string {
  if (calls.length === 0)
    return done.length > 0
      ? "Every call has its result; I can answer from them."
      : "No tool is needed for this, or none fits.";
  const names = [...new Set(calls.map(({ tool }) => tool.name))];
  const relation =
    calls.length > 1
      ? "None of these calls needs another's result, so they can run at the same time."
      : "One call is enough for now.";
  return `The request can be answered with ${joined(names)}. ${relation}`;
}

function joined(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length <= 1 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}
