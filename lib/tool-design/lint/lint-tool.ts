// What is to be said about a tool of one's own, in its set?
import type { OwnItem, ToolItem } from "../tool-item";
import { bySeverity, type Lint, type LintRule } from "./lint";
import { lintDescription } from "./lint-description";
import { lintDialect } from "./lint-dialect";
import { lintFields } from "./lint-fields";
import { lintHandler } from "./lint-handler";
import { lintName } from "./lint-name";
import { lintProperties } from "./lint-properties";
import { lintReferences } from "./lint-references";
import { lintSchema } from "./lint-schema";
import { lintStrict } from "./lint-strict";

const rules: readonly LintRule[] = [
  lintName,
  lintDescription,
  lintSchema,
  lintDialect,
  lintReferences,
  lintProperties,
  lintStrict,
  lintFields,
  lintHandler,
];

/**
 * @param set all tools of the set, this one among them; those switched off do not count
 * @returns the gravest first. Patterns are looked at apart (`lint-patterns.ts`): that needs more code
 */
export function lintTool(tool: OwnItem, set: readonly ToolItem[]): Lint[] {
  const sent = set.filter(({ enabled, id }) => enabled || id === tool.id);
  return bySeverity(rules.flatMap((rule) => rule(tool, sent)));
}
