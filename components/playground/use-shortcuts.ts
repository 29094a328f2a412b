// Which keys work wherever the focus is?
import { useEffect } from "react";
import { openOverlay, typeAhead, useOverlay } from "@/lib/client/overlay";
import { playOrPause, stepEvent, stepTurn } from "@/lib/client/playback";
import { viewStore } from "@/lib/client/view-store";
import { leaveOrStop, newRun, runTabs, showTab, startFromSetup, toggleSetup } from "./commands";
import { loadPalette } from "./load-palette";

/** Listens to the keys of the whole page. */
export function useShortcuts(): void {
  useEffect(() => {
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

function onKey(event: KeyboardEvent): void {
  if (event.isComposing || event.altKey) return;
  if (event.key === "Control" || event.key === "Meta") void loadPalette();
  const chord = event.metaKey || event.ctrlKey;
  if (!chord && isOverlayOnItsWay()) {
    event.preventDefault();
    typeAhead(event);
    return;
  }
  // A radio group swallows Enter; the chord means the whole page wherever it is pressed.
  if (event.defaultPrevented && !chord) return;
  const action = chord ? chordAction(event.key) : keyAction(event);
  if (action === undefined) return;
  event.preventDefault();
  action();
}

function chordAction(key: string): (() => void) | undefined {
  if (key === "Enter") return () => void startFromSetup();
  if (key.toLowerCase() === "k") return () => openOverlay("palette");
  return undefined;
}

function keyAction(event: KeyboardEvent): (() => void) | undefined {
  if (document.querySelector('[role="dialog"]') !== null) return undefined;
  if (event.key === "Escape") return leaveOrStop;
  if (isTyping(event.target) || !viewStore.getState().singleKeys) return undefined;
  const tab = runTabs[Number(event.key) - 1];
  if (tab !== undefined) return () => showTab(tab);
  return singleKeys[event.key];
}

/** An overlay was asked for and has not taken the focus yet: what is typed is meant for it. */
function isOverlayOnItsWay(): boolean {
  const dialog = document.querySelector('[role="dialog"]');
  return useOverlay.getState().overlay !== null && dialog?.contains(document.activeElement) !== true;
}

const singleKeys: Readonly<Partial<Record<string, () => void>>> = {
  "?": () => openOverlay("shortcuts"),
  n: newRun,
  "[": toggleSetup,
  k: playOrPause,
  ",": () => stepEvent(-1),
  ".": () => stepEvent(1),
  "<": () => stepTurn(-1),
  ">": () => stepTurn(1),
};

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input, textarea, select, [role="combobox"], [role="menu"] *'))
  );
}
