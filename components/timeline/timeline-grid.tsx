"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useRef, useState } from "react";
import { useWidth } from "@/components/ui/use-width";
import type { Turn } from "@/lib/run/run";
import { axisTicks } from "@/lib/run/timeline-axis";
import type { TimelineRow } from "@/lib/run/timeline-layout";
import { type TimeWindow, zoomBy } from "@/lib/run/timeline-window";
import { Axis } from "./axis";
import { laneBox } from "./lane-box";
import { LanePointer } from "./lane-pointer";
import { NowLine } from "./now-line";
import { Row } from "./row";

const rowHeight = 28;
const axisHeight = 28;
const tickRoomPx = 68;

/** Labels on the left, lanes on the right, the axis above; only the rows in sight are in the document. */
export function TimelineGrid({
  rows,
  turns,
  whole,
  window,
  onZoom,
}: {
  rows: readonly TimelineRow[];
  turns: readonly Turn[];
  whole: TimeWindow;
  window: TimeWindow;
  onZoom: (window: TimeWindow | null) => void;
}) {
  // The virtualizer is a mutable object: what the compiler would memoise on it goes stale.
  "use no memo";
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    scrollMargin: axisHeight,
    scrollPaddingStart: axisHeight,
  });
  const [laneWidth, measureLane] = useWidth(520);
  const ticks = axisTicks(window, Math.max(2, Math.floor(laneWidth / tickRoomPx)));

  const focusRow = (index: number) => {
    const row = rows[index];
    if (row === undefined) return;
    setActive(index);
    virtualizer.scrollToIndex(index, { align: "auto" });
    // A row that was out of sight is in the document only after the next paint.
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-bar="${CSS.escape(row.id)}"]`)?.focus(),
    );
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const middle = (window.from + window.to) / 2;
    const next = nextIndex(event.key, active, rows.length);
    if (next !== null) focusRow(next);
    else if (event.key === "+" || event.key === "=") onZoom(zoomBy(whole, window, 0.5, middle));
    else if (event.key === "-") onZoom(zoomBy(whole, window, 2, middle));
    else if (event.key === "0") onZoom(null);
    else return;
    event.preventDefault();
  };

  return (
    <div ref={scroller} className="relative min-h-0 flex-1 overflow-y-auto overflow-x-hidden">
      <Axis ticks={ticks} />
      <LanePointer
        window={window}
        whole={whole}
        onZoom={onZoom}
        height={virtualizer.getTotalSize()}
        onKeyDown={onKeyDown}
      >
        <div ref={measureLane} aria-hidden className={laneBox("absolute inset-y-0")}>
          {ticks.map((tick) => (
            <span
              key={tick.at}
              className="absolute inset-y-0 w-px bg-line"
              style={{ left: `${tick.position * 100}%` }}
            />
          ))}
          <NowLine from={window.from} to={window.to} />
        </div>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <div
              key={item.key}
              className="absolute inset-x-0 top-0 h-7"
              style={{ transform: `translateY(${item.start - axisHeight}px)` }}
            >
              <Row
                row={row}
                turn={turns[row.turnIndex]}
                index={item.index}
                from={window.from}
                to={window.to}
                active={item.index === active}
                onActive={setActive}
              />
            </div>
          );
        })}
      </LanePointer>
    </div>
  );
}

function nextIndex(key: string, active: number, count: number): number | null {
  const wanted = {
    ArrowDown: active + 1,
    ArrowRight: active + 1,
    ArrowUp: active - 1,
    ArrowLeft: active - 1,
  }[key];
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return wanted === undefined ? null : Math.min(Math.max(wanted, 0), count - 1);
}
