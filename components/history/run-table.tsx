"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type FocusEvent, useEffect, useId, useRef } from "react";
import { loadMoreRuns, useRunHistory } from "@/lib/client/run-history";
import { moveActive, runPicks, useRunPicks } from "@/lib/client/run-picks";
import type { RunSummary } from "@/lib/protocol/run-summary";
import { headHeight, rowHeight } from "./columns";
import { RunRow } from "./run-row";
import { TableHead } from "./table-head";
import { useTableKeys } from "./use-table-keys";

/** So many rows before the end of what is loaded, the next page is asked for. */
const aheadRows = 40;

/** The rows in sight of however many there are. The grid has the focus and names the row that keys act on. */
export function RunTable({ rows }: { rows: readonly RunSummary[] }) {
  // The virtualizer is a mutable object: what the compiler would memoise on it goes stale.
  "use no memo";
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const active = useRunPicks((state) => state.active);
  const total = useRunHistory((state) => state.total - state.hidden.size);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  });
  const items = virtualizer.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastSeen + aheadRows >= rows.length) void loadMoreRuns();
  }, [lastSeen, rows.length]);
  const onKeyDown = useTableKeys((index) => virtualizer.scrollToIndex(index));
  const inSight = items.some((item) => item.key === active);
  return (
    <div ref={scroller} className="@container min-h-0 flex-1 overflow-auto">
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows keys move between is a grid
        role="grid"
        aria-label="Runs"
        aria-rowcount={total + 1}
        aria-multiselectable
        aria-activedescendant={inSight ? `${id}-${active}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={beginAtTop}
        className="group/grid block min-h-full outline-none"
      >
        <TableHead rows={rows} />
        <tbody className="relative block min-w-220" style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const run = rows[item.index];
            if (run === undefined) return null;
            return (
              <RunRow
                key={item.key}
                id={`${id}-${run.id}`}
                run={run}
                index={item.index}
                top={item.start - headHeight}
                onRenamed={() => grid.current?.focus()}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A grid with the focus has a row that keys act on: without one, the focus could not be seen. */
function beginAtTop({ target, currentTarget }: FocusEvent): void {
  if (target === currentTarget && runPicks.getState().active === null) moveActive(0);
}
