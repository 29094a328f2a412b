// Which blocks and tools does the API not know without their beta?

import type { ContentBlock } from "../api/content-block";
import type { MessagesRequest } from "../api/messages-request";
import { contentBlock } from "../shape/block-shapes";
import { toolDefinition } from "../shape/tool-shapes";
import { placedBlocks, placeOfBlock } from "./request-facts";
import type { Rule } from "./rule";

export type BetaQuestion = { readonly betas: readonly string[]; readonly request: MessagesRequest };

const ofBlocks: Readonly<Record<string, readonly string[]>> = {
  compaction: ["compact-2026-09-04", "compact-2026-01-12"],
  fallback: ["server-side-fallback-2026-07-01"],
  tool_addition: ["inline-tools-2026-09-15", "mid-conversation-tool-changes-2026-07-01"],
  tool_removal: ["inline-tools-2026-09-15", "mid-conversation-tool-changes-2026-07-01"],
};
const ofTools: Readonly<Record<string, readonly string[]>> = {
  advisor_20260301: ["advisor-tool-2026-03-01"],
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
];

function lacksBeta(
  of: Readonly<Record<string, readonly string[]>>,
  tag: string,
  betas: readonly string[],
): boolean {
  const wanted = Object.hasOwn(of, tag) ? of[tag] : undefined;
  return wanted !== undefined && !wanted.some((beta) => betas.includes(beta));
}

function tagsBut(
  shape: typeof contentBlock,
  of: Readonly<Record<string, readonly string[]>>,
  betas: readonly string[],
): readonly string[] {
  return Object.keys(shape.tags).filter((tag) => !lacksBeta(of, tag, betas));
}

function unknownTag({ type }: Pick<ContentBlock, "type">, expected: readonly string[]): string {
  const tags = expected.map((tag) => `'${tag}'`).join(", ");
  return `Input tag '${type}' found using 'type' does not match any of the expected tags: ${tags}`;
}
