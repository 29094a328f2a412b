"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import type { RunEvent } from "@/lib/protocol/run-event";
import { EventRow } from "./event-row";

const nearEndPx = 32;

/** The events in sight. Scrolling up ends following, scrolling to the end takes it up again. */
export function EventList({
  events,
  follow,
  onFollow,
}: {
  events: readonly RunEvent[];
  follow: boolean;
  onFollow: (follow: boolean) => void;
}) {
  // The virtualizer is a mutable object: what the compiler would memoise on it goes stale.
  "use no memo";
  const scroller = useRef<HTMLElement>(null);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const virtualizer = useVirtualizer({
    count: events.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 28,
    getItemKey: (index) => events[index]?.seq ?? index,
    overscan: 12,
    anchorTo: follow ? "end" : "start",
    followOnAppend: follow,
    scrollEndThreshold: nearEndPx,
  });
  useEffect(() => {
    if (follow) virtualizer.scrollToEnd();
  }, [follow, virtualizer]);
  const toggle = (seq: number) => {
    const next = new Set(open);
    if (!next.delete(seq)) next.add(seq);
    setOpen(next);
    if (next.has(seq)) onFollow(false);
  };
  return (
    <section
      ref={scroller}
      aria-label="Events"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      tabIndex={0}
      onWheel={(event) => event.deltaY < 0 && onFollow(false)}
      className="focus-inset min-h-0 flex-1 overflow-y-auto [overflow-anchor:none]"
    >
      <div className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const event = events[item.index];
          if (event === undefined) return null;
          return (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <EventRow event={event} open={open.has(event.seq)} onToggle={() => toggle(event.seq)} />
            </div>
          );
        })}
      </div>
    </section>
  );
}
