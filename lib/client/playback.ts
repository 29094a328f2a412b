// How is a run played back, at which speed, and how does one step through it?

import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { nextFrame } from "./next-frame";
import { runStore, showMoment } from "./run-store";
import { setUrlParam } from "./url-params";
import { changeView, viewStore } from "./view-store";

export const playbackSpeeds = [0.25, 0.5, 1, 2, 4, 8] as const;

/** The name of the moment in the address: milliseconds since the run began. */
export const momentParam = "at";

const playback = createStore(() => ({ playing: false }));

/** Where motion is not wanted, the picture changes in steps: so many milliseconds apart. */
const stillMs = 400;
/** Browsers refuse addresses that change all the time. */
const addressMs = 300;

/** @returns the moment in an address, null for none */
export function parseMoment(text: string): number | null {
  const ms = text === "" ? Number.NaN : Number(text);
  return Number.isFinite(ms) && ms >= 0 ? ms : null;
}

/** Shows a moment; the address follows, so that its link opens the same one. */
export function seek(ms: number | null): void {
  showMoment(ms);
  writeAddress();
}

let addressIsLate = false;

function writeAddress(): void {
  if (addressIsLate) return;
  addressIsLate = true;
  setTimeout(() => {
    addressIsLate = false;
    const { moment, runId } = runStore.getState();
    if (runId !== null)
      setUrlParam(momentParam, moment === null ? "" : String(Math.round(moment * 1_000) / 1_000));
  }, addressMs);
}

let cancelFrame: () => void = () => undefined;

/** Plays on from the moment on screen; from the beginning where that is the end. */
export function play(): void {
  const { moment, whole } = runStore.getState();
  if (playback.getState().playing || whole.lastSeq < 0) return;
  if (moment === null) showMoment(0);
  playback.setState({ playing: true });
  let before = performance.now();
  const step = () => {
    const now = performance.now();
    const { moment: at, whole: run, runId } = runStore.getState();
    // Someone went to the end, or to another run, meanwhile.
    if (at === null || runId === null) return pause();
    const next = at + (now - before) * viewStore.getState().playbackSpeed;
    before = now;
    if (next >= run.lastAt) {
      seek(null);
      return pause();
    }
    showMoment(next);
    wait(step);
  };
  wait(step);
}

function wait(step: () => void): void {
  if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
    const timer = setTimeout(step, stillMs);
    cancelFrame = () => clearTimeout(timer);
  } else cancelFrame = nextFrame(step);
}

export function pause(): void {
  cancelFrame();
  if (!playback.getState().playing) return;
  playback.setState({ playing: false });
  writeAddress();
}

export function playOrPause(): void {
  if (playback.getState().playing) pause();
  else play();
}

/** Goes to the next time at which something happened, or to the one before. */
export function stepEvent(direction: 1 | -1): void {
  pause();
  const { log, events } = runStore.getState();
  const here = events.at(-1)?.at ?? 0;
  if (direction === 1) {
    const next = log[events.length];
    seek(next === undefined ? null : next.at);
  } else seek(events.findLast((event) => event.at < here)?.at ?? 0);
}

/** Goes to where the next turn begins, or the one on screen, or the one before where it has just begun. */
export function stepTurn(direction: 1 | -1): void {
  pause();
  const { whole, run, moment } = runStore.getState();
  const here = moment ?? run.lastAt;
  const starts = whole.turns.map((turn) => turn.startAt);
  if (direction === 1) seek(starts.find((start) => start > here) ?? null);
  else seek(starts.findLast((start) => start < here) ?? 0);
}

export function setSpeed(speed: number): void {
  changeView({ playbackSpeed: speed });
}

export function usePlaying(): boolean {
  return useStore(playback, (state) => state.playing);
}

/** @returns the moment on screen in ms, null for the newest */
export function useMoment(): number | null {
  return useStore(runStore, (state) => state.moment);
}

/** @returns how long the run took, or has taken so far, by its newest event, in ms */
export function useWholeLength(): number {
  return useStore(runStore, (state) => state.whole.lastAt);
}

/** @returns where the turns begin, in ms */
export function useTurnStarts(): readonly number[] {
  const turns = useStore(runStore, (state) => state.whole.turns);
  return turns.map((turn) => turn.startAt);
}

/** @returns true once the run on screen has its end, whatever moment of it is shown */
export function useHasEnded(): boolean {
  return useStore(runStore, (state) => state.whole.end !== null);
}
