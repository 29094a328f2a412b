// Which blocks and tools does the API not know without their beta?

import type { ContentBlock } from "../api/content-block";
import type { MessagesRequest } from "../api/messages-request";
import { onDemandBeta } from "../context/compaction-block";
import { contextEdits } from "../context/context-edit";
import { contentBlock } from "../shape/block-shapes";
import { toolDefinition } from "../shape/tool-shapes";
import { contextBeta, thresholdCompactionBeta } from "./beta-field-rules";
import { placedBlocks, placeOfBlock } from "./request-facts";
import type { Rule } from "./rule";
import { addedDefinition, toolChanges } from "./tool-changes";

export type BetaQuestion = { readonly betas: readonly string[]; readonly request: MessagesRequest };

type BetasOf = Readonly<Record<string, readonly string[]>>;

const mcpBetas = ["mcp-client-2025-04-04", "mcp-client-2025-11-20", "mcp-client-2026-09-15"];
const listedMcpBeta = "mcp-client-2026-09-15";
const inlineBeta = "inline-tools-2026-09-15";

const ofBlocks: BetasOf = {
  compaction: [onDemandBeta, thresholdCompactionBeta],
  fallback: ["server-side-fallback-2026-07-01"],
  tool_addition: [inlineBeta, "mid-conversation-tool-changes-2026-07-01"],
  tool_removal: [inlineBeta, "mid-conversation-tool-changes-2026-07-01"],
  mcp_tool_use: mcpBetas,
  mcp_tool_result: mcpBetas,
  mcp_tool_listing: [listedMcpBeta],
  advisor_tool_result: ["advisor-tool-2026-03-01"],
};
const firstComputerUse = ["computer-use-2024-10-22"];
const ofTools: BetasOf = {
  advisor_20260301: ["advisor-tool-2026-03-01"],
  mcp_toolset: ["mcp-client-2025-11-20", listedMcpBeta],
  bash_20241022: firstComputerUse,
  text_editor_20241022: firstComputerUse,
  computer_20241022: firstComputerUse,
  computer_20250124: ["computer-use-2025-01-24"],
  computer_20251124: ["computer-use-2025-11-24"],
};
const ofAddedTools: BetasOf = { tool_definition: [inlineBeta] };
const addedToolTags = [
  "tool_reference",
  "mcp_tool_reference",
  "mcp_toolset_reference",
  "tool_definition",
] as const;
/** Measured: the beta of the newer edit opens the older ones too, but not the other way round. */
const ofEdits: BetasOf = {
  clear_thinking_20251015: [contextBeta, thresholdCompactionBeta],
  clear_tool_uses_20250919: [contextBeta, thresholdCompactionBeta],
  compact_20260112: [thresholdCompactionBeta],
};

export const betaBlockRules: readonly Rule<BetaQuestion>[] = [
  {
    number: 19,
    precondition: "a block of a beta without the beta",
    status: 400,
    evidenced: true,
    violation: ({ betas, request: { messages } }) => {
      const unknown = placedBlocks(messages).find(({ block }) => lacksBeta(ofBlocks, block.type, betas));
      if (unknown === undefined) return undefined;
      const wording = unknownTag(unknown.block, tagsBut(contentBlock, ofBlocks, betas));
      return { path: placeOfBlock(unknown), wording };
    },
  },
  {
    number: 19,
    precondition: "a tool of a beta without the beta",
    status: 400,
    evidenced: true,
    violation: ({ betas, request: { tools = [] } }) => {
      const index = tools.findIndex(({ type }) => lacksBeta(ofTools, type ?? "custom", betas));
      const type = tools[index]?.type;
      if (typeof type !== "string") return undefined;
      return {
        path: `tools.${index}`,
        wording: unknownTag({ type }, tagsBut(toolDefinition, ofTools, betas)),
      };
    },
  },
  {
    number: 19,
    precondition: "a tool added by its definition, where the beta is for references only",
    status: 400,
    evidenced: true,
    violation: ({ betas, request }) => {
      const added = toolChanges(request).find(({ tool }) =>
        lacksBeta(ofAddedTools, String(tool.type), betas),
      );
      if (added === undefined) return undefined;
      const wording = unknownTag({ type: String(added.tool.type) }, open(addedToolTags, ofAddedTools, betas));
      return { path: `${added.path}.${added.kind}.tool`, wording };
    },
  },
  {
    number: 19,
    precondition: "an MCP toolset among the messages without the beta for it",
    status: 400,
    evidenced: true,
    violation: ({ betas, request }) => {
      if (betas.includes(listedMcpBeta)) return undefined;
      const added = toolChanges(request).find((change) => addedDefinition(change)?.type === "mcp_toolset");
      if (added === undefined) return undefined;
      const expected = Object.keys(toolDefinition.tags).filter((tag) => tag !== "mcp_toolset");
      const wording = unknownTag({ type: "mcp_toolset" }, open(expected, ofTools, betas));
      return { path: `${added.path}.${added.kind}.tool.tool_definition.definition`, wording };
    },
  },
  {
    number: 19,
    precondition: "a context edit without its beta",
    status: 400,
    evidenced: true,
    violation: ({ betas, request }) => {
      const index = contextEdits(request).findIndex(({ type }) => lacksBeta(ofEdits, type, betas));
      const type = contextEdits(request)[index]?.type;
      // With neither beta the whole field is unknown, which is a rule of its own.
      if (type === undefined || ![contextBeta, thresholdCompactionBeta].some((beta) => betas.includes(beta)))
        return undefined;
      const wording = unknownTag({ type }, open(Object.keys(ofEdits), ofEdits, betas));
      return { path: `context_management.edits.${index}`, wording };
    },
  },
];

function lacksBeta(of: BetasOf, tag: string, betas: readonly string[]): boolean {
  const wanted = Object.hasOwn(of, tag) ? of[tag] : undefined;
  return wanted !== undefined && !wanted.some((beta) => betas.includes(beta));
}

function tagsBut(shape: typeof contentBlock, of: BetasOf, betas: readonly string[]): readonly string[] {
  return open(Object.keys(shape.tags), of, betas);
}

function open(tags: readonly string[], of: BetasOf, betas: readonly string[]): readonly string[] {
  return tags.filter((tag) => !lacksBeta(of, tag, betas));
}

function unknownTag({ type }: Pick<ContentBlock, "type">, expected: readonly string[]): string {
  const tags = expected.map((tag) => `'${tag}'`).join(", ");
  return `Input tag '${type}' found using 'type' does not match any of the expected tags: ${tags}`;
}
