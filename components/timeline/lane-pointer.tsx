"use client";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import { type TimeWindow, timeAt, zoomTo } from "@/lib/run/timeline-window";
import { Crosshair } from "./crosshair";
import { labelsPx, laneGutterPx } from "./lane-box";

const dragPx = 4;

/** The pointer over the lanes: a crosshair with the time, dragging zooms, a double click shows the whole run. */
export function LanePointer({
  window,
  whole,
  onZoom,
  height,
  onKeyDown,
  children,
}: {
  window: TimeWindow;
  whole: TimeWindow;
  onZoom: (window: TimeWindow | null) => void;
  height: number;
  onKeyDown: (event: KeyboardEvent) => void;
  children: ReactNode;
}) {
  const [at, setAt] = useState<number | null>(null);
  const [dragFrom, setDragFrom] = useState<number | null>(null);
  const press = useRef<{ x: number; position: number } | null>(null);

  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const position = lanePosition(event);
    setAt(position);
    const from = press.current;
    if (from === null || position === null || Math.abs(event.clientX - from.x) < dragPx) return;
    // Captured only now: a press that does not move stays a click on the bar under it.
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragFrom(from.position);
  };

  const onPointerUp = () => {
    if (dragFrom !== null && at !== null) onZoom(zoomTo(whole, timeAt(window, dragFrom), timeAt(window, at)));
    press.current = null;
    setDragFrom(null);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's
    <div
      role="group"
      aria-label="Bars: arrow keys move, Enter selects, plus and minus zoom, 0 shows the whole run"
      onKeyDown={onKeyDown}
      className="relative min-h-full touch-pan-y select-none"
      style={{ height }}
      onPointerDown={(event) => {
        const position = lanePosition(event);
        if (event.button === 0 && position !== null) press.current = { x: event.clientX, position };
      }}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onPointerLeave={() => dragFrom === null && setAt(null)}
      onDoubleClick={() => onZoom(null)}
    >
      {children}
      {at !== null && <Crosshair window={window} at={at} dragFrom={dragFrom} />}
    </div>
  );
}

/** The share of the lanes' width at the pointer, null over the labels. */
function lanePosition(event: PointerEvent<HTMLDivElement>): number | null {
  const box = event.currentTarget.getBoundingClientRect();
  const x = event.clientX - box.left - labelsPx;
  if (x < -8) return null;
  return Math.min(Math.max(x / (box.width - labelsPx - laneGutterPx), 0), 1);
}
