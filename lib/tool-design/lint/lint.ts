// What can be said about a tool, and by whom?
import type { OwnItem, ToolItem } from "../tool-item";

/**
 * `error`: the API refuses it, or the tool can never work. `warning`: the model is likely to go wrong. `hint`: it could be
 * better.
 */
export type Severity = "error" | "warning" | "hint";

export type Lint = {
  /** Stable and in kebab case: tests and texts refer to it. */
  readonly code: string;
  readonly severity: Severity;
  /** The editor field it is about: `name`, `description`, `inputSchema`, `handler`, `strict`, ... */
  readonly field: string;
  /** Where in the schema. */
  readonly path?: readonly (string | number)[];
  readonly message: string;
  /** Why it matters: what the API says, or what the model makes of it. */
  readonly reason: string;
  /** What one press puts right. */
  readonly fix?: { readonly title: string; readonly apply: (tool: OwnItem) => OwnItem };
};

/** One group of lints. Pure: the same tool in the same set, the same lints. */
export type LintRule = (tool: OwnItem, set: readonly ToolItem[]) => readonly Lint[];

const order: readonly Severity[] = ["error", "warning", "hint"];

/** @returns the lints, the gravest first, otherwise in their order */
export function bySeverity(lints: readonly Lint[]): Lint[] {
  return lints.toSorted((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
}
