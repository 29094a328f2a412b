"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { useRunLog } from "@/lib/client/use-run-log";
import { countOf, durationText } from "@/lib/run/quantity-text";
import { streamLines, streamText } from "@/lib/run/stream-lines";

/** The provider's own stream events, one per line, as they came. */
export function RawStream({ requestId }: { requestId: string }) {
  // The virtualizer is a mutable object: what the compiler would memoise on it goes stale.
  "use no memo";
  const { events } = useRunLog();
  const lines = streamLines(events, requestId);
  const scroller = useRef<HTMLElement>(null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 22,
    overscan: 12,
  });
  if (lines.length === 0) {
    return <p className="p-3 text-sm text-muted">This answer was no stream, or nothing of it has arrived.</p>;
  }
  return (
    <div className="flex h-full min-h-0 flex-col">
      <p className="flex h-8 shrink-0 items-center justify-between border-b pr-1.5 pl-3 text-xs text-subtle">
        {countOf(lines.length, "stream event")}
        <CopyButton text={() => streamText(lines)} label="Copy the stream" />
      </p>
      <section
        ref={scroller}
        aria-label="Stream events"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
        tabIndex={0}
        className="focus-inset min-h-0 flex-1 overflow-auto"
      >
        <ol className="relative w-max min-w-full" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const line = lines[item.index];
            return line === undefined ? null : (
              <li
                key={item.key}
                className="absolute top-0 left-0 flex h-[22px] items-center gap-3 pr-3 pl-3 whitespace-pre"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <span className="w-16 shrink-0 text-right text-2xs text-subtle">{durationText(line.at)}</span>
                <code>{line.json}</code>
              </li>
            );
          })}
        </ol>
      </section>
    </div>
  );
}
