"use client";
import { Timer } from "lucide-react";
import { callOrderTexts } from "@/lib/run/call-order";
import type { ComparedRuns } from "@/lib/run/compare-turns";
import { durationText } from "@/lib/run/quantity-text";
import { type SlowerWay, timeSaved } from "@/lib/run/time-saved";
import { letterOf } from "./run-letter";

/** What parallel calls saved, where the runs differ in the order of their calls; nothing for other comparisons. */
export function TimeSavedNote({ runs }: { runs: ComparedRuns }) {
  const saved = timeSaved(runs);
  if (saved === null) return null;
  return (
    <section aria-label="Time saved" className="flex items-start gap-2 border-b bg-sunken px-3 py-2 text-sm">
      <Timer className="mt-0.5 size-4 shrink-0 text-kind-tool-text" aria-hidden />
      <p>
        {letterOf(saved.column)}, {callOrderTexts.parallel}, took{" "}
        <strong className="font-medium">{durationText(saved.ms)}</strong>
        {": "}
        {saved.others.map((other, place) => (
          <span key={other.column}>
            {place > 0 && ", "}
            <strong className="font-medium">{differenceText(other)}</strong> than {letterOf(other.column)},{" "}
            {callOrderTexts[other.order]} ({durationText(other.ms)})
          </span>
        ))}
        .
      </p>
    </section>
  );
}

function differenceText({ savedMs, percent }: SlowerWay): string {
  const words = savedMs < 0 ? "more" : "less";
  return `${durationText(Math.abs(savedMs))} (${Math.abs(percent)} %) ${words}`;
}
