// Which turns of a comparison stand open?
import { useState } from "react";

/** More than these stand closed at first: a run of hundreds of turns is opened where one wants to look. */
const openAtFirst = 5;

export function useOpenTurns(): [isOpen: (index: number) => boolean, toggle: (index: number) => void] {
  const [toggled, setToggled] = useState<ReadonlySet<number>>(new Set());
  const isOpen = (index: number) => toggled.has(index) !== index < openAtFirst;
  const toggle = (index: number) => {
    const next = new Set(toggled);
    if (!next.delete(index)) next.add(index);
    setToggled(next);
  };
  return [isOpen, toggle];
}
