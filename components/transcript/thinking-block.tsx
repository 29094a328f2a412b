"use client";
import { Brain } from "lucide-react";
import { CollapsibleSection } from "@/components/ui/collapsible-section";
import { countText } from "@/lib/run/quantity-text";
import type { BlockView } from "@/lib/run/transcript-view";

/** Thinking, folded away: one line says that it is there and how long it is. */
export function ThinkingBlock({ block }: { block: Extract<BlockView, { kind: "thinking" }> }) {
  const summary = block.redacted
    ? "encrypted by the provider"
    : `${countText(block.text.length)} characters${block.streaming ? ", thinking" : ""}`;
  return (
    <CollapsibleSection
      defaultOpen={false}
      title={
        <span className="flex items-center gap-1.5 text-kind-thinking-text">
          <Brain aria-hidden className={block.streaming ? "size-3.5 animate-breathe" : "size-3.5"} /> Thinking
        </span>
      }
      summary={summary}
      className="rounded-md border border-kind-thinking/30 bg-kind-thinking-soft/50"
    >
      <p className="whitespace-pre-wrap break-words px-3 pb-2.5 text-muted">
        {block.redacted ? "The provider sent this thinking encrypted; it goes back as it is." : block.text}
      </p>
    </CollapsibleSection>
  );
}
