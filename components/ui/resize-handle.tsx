"use client";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { classNames } from "./class-names";

const keyStepPx = 24;

/**
 * The edge between two panes, by pointer or arrow keys. `size` is the width in px of the pane it belongs to; with
 * `side="end"` that pane lies to its right. Double click or Home puts `defaultSize` back.
 */
export function ResizeHandle({
  label,
  size,
  onResize,
  min,
  max,
  defaultSize,
  side,
}: {
  label: string;
  size: number;
  onResize: (size: number) => void;
  min: number;
  max: number;
  defaultSize: number;
  side: "start" | "end";
}) {
  const [drag, setDrag] = useState<{ x: number; size: number } | null>(null);
  const direction = side === "start" ? 1 : -1;
  const resize = (next: number) => onResize(Math.round(Math.min(max, Math.max(min, next))));

  const begin = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ x: event.clientX, size });
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    if (drag !== null) resize(drag.size + (event.clientX - drag.x) * direction);
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: keyStepPx, ArrowLeft: -keyStepPx }[event.key];
    if (step === undefined && event.key !== "Home") return;
    event.preventDefault();
    resize(step === undefined ? defaultSize : size + step * direction);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved; this separator can
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={() => setDrag(null)}
      onPointerCancel={() => setDrag(null)}
      onDoubleClick={() => resize(defaultSize)}
      onKeyDown={press}
      className={classNames(
        "relative z-10 w-px shrink-0 cursor-col-resize touch-none bg-line outline-none after:absolute after:inset-y-0 after:-inset-x-1.5",
        "before:absolute before:inset-y-0 before:-inset-x-px before:transition-colors hover:before:bg-accent focus-visible:before:bg-accent",
        drag !== null && "before:bg-accent",
      )}
    />
  );
}
