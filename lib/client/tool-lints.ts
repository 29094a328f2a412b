// What is to be said about a tool while it is written?
import { useEffect, useState } from "react";
import type { Lint } from "@/lib/tool-design/lint/lint";
import { bySeverity } from "@/lib/tool-design/lint/lint";
import { lintTool } from "@/lib/tool-design/lint/lint-tool";
import type { ToolItem } from "@/lib/tool-design/tool-item";
import { useCurrentSet } from "./tool-store";

const none: readonly Lint[] = [];

/** @returns the lints of a tool of one's own in its set, the gravest first; none for others */
export function useLints(tool: ToolItem): readonly Lint[] {
  const { tools } = useCurrentSet();
  const patterns = usePatternLints(tool);
  return tool.kind === "own" ? bySeverity([...lintTool(tool, tools), ...patterns]) : none;
}

/** What analyses regular expressions is loaded with the first schema that has one. */
function usePatternLints(tool: ToolItem): readonly Lint[] {
  const hasPattern = tool.kind === "own" && tool.schemaText.includes('"pattern"');
  const [loaded, setLoaded] = useState<typeof import("@/lib/tool-design/lint/lint-patterns") | null>(null);
  useEffect(() => {
    if (hasPattern) void import("@/lib/tool-design/lint/lint-patterns").then(setLoaded);
  }, [hasPattern]);
  return hasPattern && loaded !== null ? loaded.lintPatterns(tool) : none;
}
