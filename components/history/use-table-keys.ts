// Which keys work while the list of runs has the focus?
import type { KeyboardEvent } from "react";
import { runHistory, shownRows } from "@/lib/client/run-history";
import { clearPicks, moveActive, pickAll, runPicks, startRenaming, togglePick } from "@/lib/client/run-picks";
import { deleteRows, openRun, togglePin } from "./history-commands";

const pageRows = 15;
const toTheEnd = Number.MAX_SAFE_INTEGER;

const steps: Readonly<Partial<Record<string, number>>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: pageRows,
  PageUp: -pageRows,
  Home: -toTheEnd,
  End: toTheEnd,
};

/** @param show brings a row into sight */
export function useTableKeys(show: (index: number) => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.altKey || isInControl(event)) return;
    const step = steps[event.key];
    if (step !== undefined) {
      const index = moveActive(step, event.shiftKey);
      if (index >= 0) show(index);
    } else if (!act(event)) return;
    event.preventDefault();
  };
}

/** A button or a link of the row takes its own Enter and Space; arrows and Delete mean the row all the same. */
function isInControl({ target, currentTarget, key }: KeyboardEvent): boolean {
  if (target === currentTarget || !(target instanceof Element)) return false;
  if (target.closest("[role=menu], input") !== null) return true;
  return key === "Enter" || key === " ";
}

function act(event: KeyboardEvent): boolean {
  const { active, picked } = runPicks.getState();
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a") {
    pickAll();
    return true;
  }
  if (event.ctrlKey || event.metaKey) return false;
  if (event.key === "Escape") {
    clearPicks();
    return true;
  }
  const meant = picked.length > 0 ? picked : active === null ? [] : [active];
  if (event.key === "Delete" || event.key === "Backspace") {
    deleteRows(meant);
    return meant.length > 0;
  }
  const run = shownRows(runHistory.getState()).find((each) => each.id === active);
  if (run === undefined) return false;
  if (event.key === "Enter") openRun(run.id);
  else if (event.key === "F2") startRenaming(run.id);
  else if (event.key === " ") togglePick(run.id);
  else if (event.key === "p") void togglePin(run);
  else return false;
  return true;
}
