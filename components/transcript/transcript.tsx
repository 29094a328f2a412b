"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useMoment } from "@/lib/client/playback";
import { useRunLabel } from "@/lib/client/run-label";
import { isGoingOn, useShownStatus } from "@/lib/client/run-status";
import { useRun } from "@/lib/client/use-run";
import { OutcomeCard } from "./outcome-card";
import { PromptCard } from "./prompt-card";
import { StartingCard } from "./starting-card";
import { TurnSection } from "./turn-section";

const nearEndPx = 48;
const farPx = nearEndPx * 2;

/** Everything that was said in the run, a card per turn. It follows the end until someone scrolls up. */
export function Transcript() {
  // The virtualizer is a mutable object: what the compiler would memoise on it goes stale.
  "use no memo";
  const turns = useRun((run) => run.turns);
  const config = useRun((run) => run.config);
  const end = useRun((run) => run.end);
  const scroller = useRef<HTMLElement>(null);
  const [away, setAway] = useState(false);
  // A run that was over when it was opened is read from its beginning, also while its log still comes; one that goes on, or is
  // played, is followed.
  const live = useRunLabel()?.goesOn === true;
  const played = useMoment() !== null;
  const followed = useRef(false);
  if ((live || played) && end === null && turns.length > 0) followed.current = true;
  const follows = followed.current;
  const starting = isGoingOn(useShownStatus()) && turns.length === 0;
  const turnsEnd = turns.length + 1;
  const virtualizer = useVirtualizer({
    count: turnsEnd + (end !== null || starting ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (index === 0 ? 96 : 220),
    getItemKey: (index) =>
      index === 0 ? "prompt" : (turns[index - 1]?.turnId ?? (starting ? "starting" : "outcome")),
    overscan: 3,
    paddingStart: 12,
    paddingEnd: 16,
    gap: 12,
    anchorTo: follows ? "end" : "start",
    followOnAppend: follows,
    scrollEndThreshold: nearEndPx,
  });

  // Opened in the middle of a run: what is going on is at the end.
  useEffect(() => {
    if (follows) virtualizer.scrollToEnd();
  }, [follows, virtualizer]);
  // Nobody has scrolled yet in a run that is read from its beginning, and its end may be far away.
  const height = virtualizer.getTotalSize();
  useEffect(() => {
    if (!follows && scroller.current !== null) setAway(distanceFromEnd(scroller.current, height) > farPx);
  }, [follows, height]);

  return (
    <div className="relative h-full min-h-0 bg-canvas">
      <section
        ref={scroller}
        aria-label="Transcript"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
        tabIndex={0}
        onScroll={(event) => setAway(distanceFromEnd(event.currentTarget) > farPx)}
        className="focus-inset h-full overflow-y-auto [overflow-anchor:none]"
      >
        <div className="relative mx-auto w-full max-w-[60rem]" style={{ height }}>
          {virtualizer.getVirtualItems().map((item) => {
            const turn = turns[item.index - 1];
            return (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                className="absolute inset-x-0 top-0 px-3"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {item.index === 0 && config !== null && <PromptCard config={config} />}
                {turn !== undefined && <TurnSection turn={turn} />}
                {item.index === turnsEnd && starting && <StartingCard />}
                {item.index === turnsEnd && end !== null && <OutcomeCard end={end} />}
              </div>
            );
          })}
        </div>
      </section>
      {away && turns.length > 0 && (
        <Button
          size="sm"
          className="absolute bottom-3 left-1/2 -translate-x-1/2 bg-raised shadow-float"
          onClick={() => virtualizer.scrollToEnd()}
        >
          <ArrowDown aria-hidden />
          {end === null ? "Follow the run" : "To the end"}
        </Button>
      )}
    </div>
  );
}

function distanceFromEnd(element: HTMLElement, height = element.scrollHeight): number {
  return height - element.scrollTop - element.clientHeight;
}
