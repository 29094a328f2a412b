// Which planned calls are answered, which failed for good, and which are still to be made?

import { isText, type ToolResultBlock } from "../api/content-block";
import type { CustomTool } from "../api/messages-request";
import { canonicalJson, type JsonObject } from "../json/canonical-json";
import type { AnsweredCall } from "./conversation";
import { correctInput } from "./correct-input";
import type { PlannedCall } from "./plan-calls";

export type Progress = {
  readonly outstanding: readonly PlannedCall[];
  /** In the order of the plan: the last result each planned call got. */
  readonly done: readonly AnsweredCall[];
  /** Whether something outstanding is another try after an error. */
  readonly isCorrection: boolean;
};

/** Reads from the history alone how far a plan has come. Each failed call is tried once more where that makes sense. */
export function progressOf(planned: readonly PlannedCall[], answered: readonly AnsweredCall[]): Progress {
  const pool = [...answered];
  const take = (tool: CustomTool, input: JsonObject): AnsweredCall | undefined => {
    const wanted = canonicalJson(input);
    const index = pool.findIndex(
      ({ call }) => call.name === tool.name && canonicalJson(call.input) === wanted,
    );
    return index === -1 ? undefined : pool.splice(index, 1)[0];
  };
  const firstTries = planned.map((call) => ({ call, answer: take(call.tool, call.input) }));
  const outstanding: PlannedCall[] = [];
  const done: AnsweredCall[] = [];
  let isCorrection = false;
  for (const { call, answer } of firstTries) {
    if (answer === undefined) {
      outstanding.push(call);
      continue;
    }
    const corrected = isFailure(answer)
      ? correctInput(call.tool, call.input, resultText(answer.result))
      : undefined;
    if (corrected === undefined) {
      done.push(answer);
      continue;
    }
    const second = take(call.tool, corrected);
    if (second !== undefined) done.push(second);
    else {
      outstanding.push({ tool: call.tool, input: corrected });
      isCorrection = true;
    }
  }
  return { outstanding, done, isCorrection };
}

export function isFailure({ result }: AnsweredCall): boolean {
  return result.is_error === true;
}

export function resultText({ content }: ToolResultBlock): string {
  if (typeof content === "string") return content;
  return (content ?? [])
    .filter(isText)
    .map((block) => block.text)
    .join("\n");
}
