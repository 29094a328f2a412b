// Which models does the simulator know, and what does each of them refuse?

import type { CatalogueModel, ModelLine } from "./catalogue-model";

const current = {
  contextTokens: 1_000_000,
  maxOutputTokens: 128_000,
  prefill: false,
  sampling: false,
  thinkingDisplay: "omitted",
  narratesInThinking: false,
  thinksByDefault: true,
  bindsThinking: false,
  defaultEffort: "high",
  effortNeedsThinking: false,
  programmaticCalls: true,
  compaction: true,
  computerTool: true,
  minCacheableTokens: 1_024,
} as const;
const alwaysThinking = {
  ...current,
  forcedToolChoice: false,
  systemMessages: true,
  bindsThinking: true,
  thinking: ["adaptive"],
} as const;
const choosable = { ...current, forcedToolChoice: true, thinking: ["adaptive", "disabled"] } as const;
const manual = {
  ...current,
  forcedToolChoice: true,
  systemMessages: false,
  sampling: true,
  thinking: ["adaptive", "enabled", "disabled"],
  thinkingDisplay: "summarized",
  thinksByDefault: false,
} as const;
const older = {
  ...manual,
  contextTokens: 200_000,
  maxOutputTokens: 64_000,
  prefill: true,
  thinking: ["enabled", "disabled"],
  compaction: false,
  minCacheableTokens: 4_096,
} as const;

const unbound = { ...alwaysThinking, bindsThinking: false, minCacheableTokens: 512 } as const;
/** Where nobody says when a model was released, the API says this. */
const unknownDate = "1970-01-01";

/** Newest first, as `GET /v1/models` lists them. Facts: the documentation's model overview and thinking matrix. */
const served: readonly CatalogueModel[] = [
  // Little is known of 5.2: taken to be as 5.1.
  model("claude-fable-5-2", "Claude Fable 5.2", "fable", "2026-11-09", alwaysThinking),
  model("claude-mythos-5-2", "Claude Mythos 5.2", "mythos", "2026-11-09", alwaysThinking),
  model("claude-opus-5-5", "Claude Opus 5.5", "opus", "2026-10-21", {
    ...alwaysThinking,
    defaultEffort: "medium",
    narratesInThinking: true,
    computerTool: false,
  }),
  model("claude-sonnet-5-5", "Claude Sonnet 5.5", "sonnet", "2026-10-21", {
    ...alwaysThinking,
    thinking: ["adaptive", "between_tools"],
    effortNeedsThinking: true,
  }),
  model("claude-haiku-5-5", "Claude Haiku 5.5", "haiku", "2026-10-21", {
    ...choosable,
    systemMessages: true,
    bindsThinking: true,
    defaultEffort: "medium",
    effortNeedsThinking: true,
  }),
  model("claude-fable-5-1", "Claude Fable 5.1", "fable", "2026-09-23", alwaysThinking),
  model("claude-mythos-5-1", "Claude Mythos 5.1", "mythos", unknownDate, alwaysThinking),
  model("claude-fable-5", "Claude Fable 5", "fable", unknownDate, unbound),
  model("claude-mythos-5", "Claude Mythos 5", "mythos", unknownDate, unbound),
  model("claude-opus-5", "Claude Opus 5", "opus", "2026-06-18", {
    ...choosable,
    systemMessages: true,
    effortNeedsThinking: true,
    minCacheableTokens: 512,
  }),
  model("claude-sonnet-5", "Claude Sonnet 5", "sonnet", "2026-06-18", {
    ...choosable,
    systemMessages: false,
  }),
  model("claude-opus-4-8", "Claude Opus 4.8", "opus", "2026-05-14", {
    ...choosable,
    systemMessages: true,
    thinksByDefault: false,
  }),
  model("claude-opus-4-7", "Claude Opus 4.7", "opus", "2026-04-16", {
    ...choosable,
    systemMessages: false,
    thinksByDefault: false,
    minCacheableTokens: 2_048,
  }),
  model("claude-mythos-preview", "Claude Mythos Preview", "mythos", unknownDate, {
    ...unbound,
    systemMessages: false,
    thinking: ["adaptive", "enabled"],
    minCacheableTokens: 2_048,
  }),
  model("claude-opus-4-6", "Claude Opus 4.6", "opus", "2026-02-05", { ...manual, minCacheableTokens: 4_096 }),
  model("claude-sonnet-4-6", "Claude Sonnet 4.6", "sonnet", "2026-02-17", manual),
  model("claude-opus-4-5", "Claude Opus 4.5", "opus", "2025-11-24", older),
  model("claude-haiku-4-5", "Claude Haiku 4.5", "haiku", "2025-10-15", {
    ...older,
    programmaticCalls: false,
  }),
  model("claude-sonnet-4-5", "Claude Sonnet 4.5", "sonnet", "2025-09-29", {
    ...older,
    minCacheableTokens: 1_024,
    deprecatedAt: "2026-05-30T00:00:00Z",
    retiresAt: "2026-11-30T00:00:00Z",
  }),
];

/** Of many, those that old programs still ask for. Their limits are those of the oldest model that is served. */
const retired: readonly CatalogueModel[] = [
  model("claude-3-5-sonnet-20241022", "Claude Sonnet 3.5", "sonnet", "2024-10-22", {
    ...older,
    deprecatedAt: "2025-08-13T00:00:00Z",
    retiresAt: "2025-10-22T00:00:00Z",
    isRetired: true,
  }),
  model("claude-3-opus-20240229", "Claude Opus 3", "opus", "2024-02-29", {
    ...older,
    deprecatedAt: "2025-06-30T00:00:00Z",
    retiresAt: "2026-01-05T00:00:00Z",
    isRetired: true,
  }),
];

export const models: readonly CatalogueModel[] = [...served, ...retired];

const datedNames: Readonly<Record<string, string>> = {
  "claude-opus-4-5-20251101": "claude-opus-4-5",
  "claude-haiku-4-5-20251001": "claude-haiku-4-5",
  "claude-sonnet-4-5-20250929": "claude-sonnet-4-5",
};

/** The model of that id, unless it is retired. Dated ids of the older models name the same model. */
export function modelById(id: string): CatalogueModel | undefined {
  const undated = Object.hasOwn(datedNames, id) ? datedNames[id] : id;
  return served.find((candidate) => candidate.id === undated);
}

/** As {@link modelById}, with those that are retired. */
export function listedModelById(id: string): CatalogueModel | undefined {
  return modelById(id) ?? retired.find((candidate) => candidate.id === id);
}

function model(
  id: string,
  name: string,
  line: ModelLine,
  released: string,
  traits: Omit<CatalogueModel, "id" | "name" | "line" | "releasedAt">,
): CatalogueModel {
  return { id, name, line, releasedAt: `${released}T00:00:00Z`, ...traits };
}
