// What does the server find wrong with a tool while it is written?
import { useEffect, useState } from "react";
import { isJsonObject } from "@/lib/protocol/json-object";
import type { ToolProblem } from "@/lib/protocol/tool-trial";
import type { OwnItem } from "@/lib/tool-design/tool-item";
import { toolOfItem } from "@/lib/tool-design/tool-of-item";
import { postJson } from "./api-call";
import { objectsIn, textOf } from "./json-fields";

const pauseMs = 250;
const nothing: readonly ToolProblem[] = [];

/** @returns what is wrong with the tool as it stands, by field: at once for text that is no JSON, a moment later for the rest */
export function useToolProblems(item: OwnItem): readonly ToolProblem[] {
  const made = toolOfItem(item);
  const toolText = made.ok ? JSON.stringify(made.tool) : null;
  const [found, setFound] = useState<{
    readonly toolText: string;
    readonly problems: readonly ToolProblem[];
  } | null>(null);

  useEffect(() => {
    if (toolText === null) return;
    let gone = false;
    const timer = setTimeout(async () => {
      const answer = await postJson("/api/tools/check", { tool: JSON.parse(toolText) });
      if (!gone && answer.ok) setFound({ toolText, problems: problemsIn(answer.value) });
    }, pauseMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [toolText]);

  if (!made.ok) return [made.problem];
  return found?.toolText === toolText ? found.problems : nothing;
}

function problemsIn(answer: unknown): ToolProblem[] {
  return objectsIn(isJsonObject(answer) ? answer : {}, "problems").map(({ field, message, line }) => ({
    field: textOf(field, ""),
    message: textOf(message, ""),
    ...(typeof line === "number" && { line }),
  }));
}

/** @returns the first problem of a field or of what is inside it */
export function problemOf(problems: readonly ToolProblem[], field: string): ToolProblem | undefined {
  return problems.find((each) => each.field === field || each.field.startsWith(`${field}.`));
}
