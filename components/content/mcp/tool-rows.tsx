"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import type { McpTool } from "@/lib/protocol/mcp-server";

const rowHeight = 44;

/** The tools of a server, thousands of them if need be: only those in sight are in the document. */
export function ToolRows({
  tools,
  present,
  picked,
  onPick,
}: {
  tools: readonly McpTool[];
  /** Those the set has already. */
  present: ReadonlySet<string>;
  picked: ReadonlySet<string>;
  onPick: (name: string, on: boolean) => void;
}) {
  // The virtualizer is a mutable object: what the compiler would memoise on it goes stale.
  "use no memo";
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: tools.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => tools[index]?.name ?? index,
    overscan: 8,
  });
  return (
    <div ref={scroller} className="min-h-0 flex-[1_0_16rem] overflow-y-auto rounded-md border">
      <ul aria-label="Tools" className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const tool = tools[item.index];
          if (tool === undefined) return null;
          return (
            <li
              key={item.key}
              aria-setsize={tools.length}
              aria-posinset={item.index + 1}
              className="absolute inset-x-0 border-b px-2.5"
              style={{ height: rowHeight, transform: `translateY(${item.start}px)` }}
            >
              <ToolRow
                tool={tool}
                isPresent={present.has(tool.name)}
                isPicked={picked.has(tool.name)}
                onPick={onPick}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function ToolRow({
  tool,
  isPresent,
  isPicked,
  onPick,
}: {
  tool: McpTool;
  isPresent: boolean;
  isPicked: boolean;
  onPick: (name: string, on: boolean) => void;
}) {
  const { name, description, problem, annotations } = tool;
  const hint =
    annotations.destructiveHint === true
      ? "may destroy"
      : annotations.readOnlyHint === true
        ? "reads only"
        : null;
  return (
    <div className="flex h-full flex-col justify-center">
      <div className="flex items-center gap-2">
        <Checkbox
          label={name}
          className="min-w-0 flex-1 [&_label]:truncate [&_label]:font-mono [&_label]:text-ink"
          checked={isPresent || isPicked}
          disabled={isPresent || problem !== null}
          onCheckedChange={(on) => onPick(name, on === true)}
        />
        {hint !== null && <span className="shrink-0 text-2xs text-subtle">{hint}</span>}
        {isPresent && <span className="shrink-0 text-2xs text-kind-result-text">in the set</span>}
      </div>
      <p
        title={problem ?? description}
        className={`truncate pl-5.5 text-xs ${problem === null ? "text-subtle" : "text-kind-error-text"}`}
      >
        {problem ?? (description || "No description.")}
      </p>
    </div>
  );
}
