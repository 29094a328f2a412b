// What is to be said about the description of a tool?
import type { OwnItem, ToolItem } from "../tool-item";
import type { Lint } from "./lint";

/** Characters. Every request repeats a description, at about a token for four of them. */
const longDescription = 10_000;
const hugeDescription = 200_000;

export function lintDescription({ description, id }: OwnItem, set: readonly ToolItem[]): Lint[] {
  const text = description.trim();
  const base = { field: "description" } as const;
  if (text === "") {
    return [
      {
        ...base,
        code: "description-missing",
        severity: "warning",
        message: "The tool has no description.",
        reason: "It is by far the most important thing for how well a model uses a tool.",
      },
    ];
  }
  const size = text.length.toLocaleString("en-US");
  if (text.length > hugeDescription) {
    return [
      {
        ...base,
        code: "description-huge",
        severity: "error",
        message: `The description has ${size} characters.`,
        reason:
          "It stands in every request of a run: at this size it fills the context window, and the API refuses it. Put documents into results.",
      },
    ];
  }
  const lints: Lint[] = [];
  if (text.length > longDescription) {
    lints.push({
      ...base,
      code: "description-long",
      severity: "warning",
      message: `The description has ${size} characters.`,
      reason:
        "It stands in every request of a run and is paid for each time. Keep what decides on a call; put the rest into results.",
    });
  }
  const count = sentences(text);
  if (count < 3) {
    lints.push({
      ...base,
      code: "description-short",
      severity: "hint",
      message: `The description has ${count === 1 ? "one sentence" : `${count} sentences`}.`,
      reason:
        "Three or more work best: what it does, when to call it and when not, what comes back, what its fields mean.",
    });
  }
  const twin = set.find((each) => each.kind === "own" && each.id !== id && each.description.trim() === text);
  if (twin?.kind === "own") {
    lints.push({
      ...base,
      code: "description-twin",
      severity: "warning",
      message: `${twin.name} has the same description.`,
      reason: "The model cannot tell the two apart. Say when to call which.",
    });
  }
  return lints;
}

/** Sentences as a reader counts them: ends of sentences that something follows, and the last one. */
function sentences(text: string): number {
  return text.split(/[.!?](?=\s|$)|\n{2,}/).filter((part) => /\w/.test(part)).length;
}
