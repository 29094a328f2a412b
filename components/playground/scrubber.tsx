"use client";
import type { KeyboardEvent } from "react";
import {
  pause,
  playOrPause,
  seek,
  stepEvent,
  stepTurn,
  useMoment,
  useTurnStarts,
  useWholeLength,
} from "@/lib/client/playback";
import { durationText } from "@/lib/run/quantity-text";

/** A slider over the run's time, with a mark where each turn begins. Arrows step by event, Page Up and Down by turn. */
export function Scrubber() {
  const moment = useMoment();
  const length = useWholeLength();
  const starts = useTurnStarts();
  const at = Math.min(moment ?? length, length);
  const turn = starts.filter((start) => start <= at).length;
  const share = length === 0 ? 1 : at / length;
  return (
    <div className="group relative h-6 min-w-16 flex-1">
      <div
        aria-hidden
        className="absolute inset-x-0 top-1/2 h-1 -translate-y-1/2 rounded-full bg-line-strong"
      >
        <div className="h-full rounded-full bg-accent" style={{ width: `${share * 100}%` }} />
        {marks(starts, length).map((place) => (
          <span
            key={place}
            className="absolute -top-1 h-3 w-px bg-control"
            style={{ left: `${place * 100}%` }}
          />
        ))}
        <span
          className="absolute top-1/2 size-3 -translate-1/2 rounded-full border-2 border-accent bg-panel group-has-focus-visible:outline-2 group-has-focus-visible:outline-offset-2 group-has-focus-visible:outline-accent"
          style={{ left: `${share * 100}%` }}
        />
      </div>
      <input
        type="range"
        aria-label="Moment of the run"
        aria-valuetext={`${durationText(at)} of ${durationText(length)}${turn > 0 ? `, turn ${turn}` : ""}`}
        min={0}
        max={Math.max(length, 1)}
        step="any"
        value={at}
        onChange={(event) => {
          pause();
          seek(Number(event.target.value));
        }}
        onKeyDown={onKeyDown}
        className="absolute inset-x-[-6px] inset-y-0 w-[calc(100%+12px)] cursor-pointer opacity-0"
      />
    </div>
  );
}

const mostMarks = 60;

/** @returns shares of the length, from 0 to 1; more than fit are left out */
function marks(starts: readonly number[], length: number): readonly number[] {
  if (length === 0) return [];
  const every = Math.ceil(starts.length / mostMarks);
  return starts.filter((_, index) => index > 0 && index % every === 0).map((start) => start / length);
}

const keys: Readonly<Partial<Record<string, () => void>>> = {
  ArrowRight: () => stepEvent(1),
  ArrowUp: () => stepEvent(1),
  ArrowLeft: () => stepEvent(-1),
  ArrowDown: () => stepEvent(-1),
  PageUp: () => stepTurn(1),
  PageDown: () => stepTurn(-1),
  Home: () => seek(0),
  End: () => seek(null),
  " ": playOrPause,
};

/** The keys of a slider step by what happened, not by a share of the time. */
function onKeyDown(event: KeyboardEvent): void {
  const action = keys[event.key];
  if (action === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  action();
}
