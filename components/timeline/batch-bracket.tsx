"use client";
import { classNames } from "@/components/ui/class-names";
import { useRunClock } from "@/lib/client/use-run-clock";
import type { Batch } from "@/lib/run/run";
import { batchText, rowSpan } from "@/lib/run/timeline-layout";
import { extentIn } from "@/lib/run/timeline-window";
import type { BarProps } from "./bar";

type BracketProps = Omit<BarProps, "now"> & { batch: Batch };

/** The bracket over the lanes of a batch, with what running them at the same time saved. */
export function BatchBracket(props: BracketProps) {
  return props.batch.endAt === null ? (
    <GrowingBracket {...props} />
  ) : (
    <Bracket {...props} now={props.batch.endAt} />
  );
}

function GrowingBracket(props: BracketProps) {
  return <Bracket {...props} now={useRunClock()} />;
}

function Bracket({ row, batch, from, to, now, active, onFocus, onPick }: BracketProps & { now: number }) {
  const span = rowSpan(row, now);
  const extent = extentIn({ from, to }, span.from, span.to);
  if (extent === null) return null;
  const text = batchText(batch, now);
  const atRight = extent.left > 0.5;
  const edge = atRight
    ? { right: `calc(${(1 - extent.left - extent.width) * 100}% - 64px)` }
    : { left: `${extent.left * 100}%` };
  return (
    <>
      <button
        type="button"
        data-bar={row.id}
        aria-label={`Batch: ${text}`}
        tabIndex={active ? 0 : -1}
        onFocus={onFocus}
        onClick={onPick}
        className={classNames(
          "absolute top-0.5 z-[1] rounded-sm text-2xs leading-[18px] font-medium whitespace-nowrap text-kind-tool-text hover:underline",
        )}
        style={edge}
      >
        {text}
      </button>
      <span
        aria-hidden
        className="absolute bottom-0 h-1.5 rounded-t-[3px] border-kind-tool border-x border-t"
        style={{ left: `${extent.left * 100}%`, width: `max(3px, ${extent.width * 100}%)` }}
      />
    </>
  );
}
