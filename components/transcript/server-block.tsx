"use client";
import { Blocks } from "lucide-react";
import { CodeBlock } from "@/components/ui/code-block";
import { CollapsibleSection } from "@/components/ui/collapsible-section";
import type { BlockView } from "@/lib/run/transcript-view";

/** A block the provider's own side made: server tools, their results, and kinds not known here, as their JSON. */
export function ServerBlock({ block }: { block: Extract<BlockView, { kind: "server" }> }) {
  return (
    <CollapsibleSection
      defaultOpen={false}
      title={
        <span className="flex items-center gap-1.5">
          <Blocks aria-hidden className="size-3.5 text-kind-text" />
          <code className="text-kind-text-text">{block.type}</code>
          {block.name}
        </span>
      }
      summary={block.streaming ? "arriving" : "by the provider"}
      className="rounded-md border"
    >
      <div className="px-2 pb-2">
        <CodeBlock text={block.json} label={`${block.type} block`} wrap />
      </div>
    </CollapsibleSection>
  );
}
