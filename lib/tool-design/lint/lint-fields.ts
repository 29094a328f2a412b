// Do the further fields of a definition fit together, and into the set?
import { parsedJsonObject } from "@/lib/protocol/parsed-json";
import type { OwnItem, ToolItem } from "../tool-item";
import type { Lint } from "./lint";

const mostBreakpoints = 4;

export function lintFields(tool: OwnItem, set: readonly ToolItem[]): Lint[] {
  return [...deferred(tool, set), ...cached(tool, set), ...calledByCode(tool, set)];
}

function deferred(tool: OwnItem, set: readonly ToolItem[]): Lint[] {
  if (tool.deferLoading !== true) return [];
  const base = { field: "deferLoading", severity: "error" } as const;
  const undefer = {
    title: "Do not defer it",
    apply: (each: OwnItem): OwnItem => ({ ...each, deferLoading: null }),
  };
  const lints: Lint[] = [];
  if (tool.cacheControl !== null) {
    lints.push({
      ...base,
      code: "deferred-cached",
      message: "The tool is deferred and has a cache breakpoint.",
      reason:
        "The API: Tools with defer_loading cannot use prompt caching. Put the breakpoint on the last tool that is not deferred.",
      fix: { title: "Take cache_control out", apply: (each) => ({ ...each, cacheControl: null }) },
    });
  }
  if (set.every((each) => each.kind === "own" && each.deferLoading === true)) {
    lints.push({
      ...base,
      code: "deferred-all",
      message: "Every tool of the set is deferred.",
      reason: "The API: At least one tool must have defer_loading=false. All tools cannot be deferred.",
      fix: undefer,
    });
  }
  if (!set.some((each) => typeOf(each).startsWith("tool_search_tool"))) {
    lints.push({
      ...base,
      severity: "warning",
      code: "deferred-unfound",
      message: "The set has no tool search.",
      reason:
        "A deferred tool is found by a search only: without one the model never hears of it. Add a server tool such as tool_search_tool_bm25_20251119.",
      fix: undefer,
    });
  }
  return lints;
}

function cached(tool: OwnItem, set: readonly ToolItem[]): Lint[] {
  if (tool.cacheControl === null) return [];
  const drop = {
    title: "Take cache_control out",
    apply: (each: OwnItem): OwnItem => ({ ...each, cacheControl: null }),
  };
  const marked = set.filter((each) => each.kind === "own").filter((each) => each.cacheControl !== null);
  const lints: Lint[] = [];
  if (marked.length > mostBreakpoints) {
    lints.push({
      code: "cache-many",
      severity: "error",
      field: "cacheControl",
      message: `${marked.length} tools of the set have a cache breakpoint.`,
      reason:
        "The API: A maximum of 4 blocks with cache_control may be provided. One on the last tool covers them all.",
      fix: drop,
    });
  }
  const before = marked.slice(
    0,
    Math.max(
      0,
      marked.findIndex(({ id }) => id === tool.id),
    ),
  );
  const short = before.find(({ cacheControl }) => (cacheControl?.ttl ?? "5m") === "5m");
  if (tool.cacheControl.ttl === "1h" && short !== undefined) {
    lints.push({
      code: "cache-order",
      severity: "error",
      field: "cacheControl",
      message: `Its breakpoint of one hour comes after one of five minutes, on ${short.name}.`,
      reason: "The API: a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block.",
      fix: {
        title: "Make it five minutes",
        apply: (each) => ({ ...each, cacheControl: { type: "ephemeral" } }),
      },
    });
  }
  return lints;
}

function calledByCode(tool: OwnItem, set: readonly ToolItem[]): Lint[] {
  const missing = (tool.allowedCallers ?? [])
    .filter((name) => name.startsWith("code_execution"))
    .filter((name) => !set.some((each) => typeOf(each) === name));
  if (missing.length === 0) return [];
  return [
    {
      code: "caller-missing",
      severity: "warning",
      field: "allowedCallers",
      message: `The set has no ${missing.join(" and no ")}.`,
      reason:
        "Code can call the tool only where the tool that runs code is there, in that version. Add it as a server tool.",
      fix: {
        title: "Allow direct calls only",
        apply: (each) => ({ ...each, allowedCallers: null }),
      },
    },
  ];
}

function typeOf(item: ToolItem): string {
  return item.kind === "server" ? String(parsedJsonObject(item.definitionText)?.type ?? "") : "";
}
