// Which window lies over the playground?
import { create } from "zustand";

export type Overlay = "palette" | "shortcuts" | "rename";

export type OverlayState = {
  readonly overlay: Overlay | null;
  /** What is looked for in the command palette; it may be typed before the palette is there to take it. */
  readonly search: string;
};

const closed: OverlayState = { overlay: null, search: "" };

export const useOverlay = create<OverlayState>(() => closed);

export function openOverlay(overlay: Overlay): void {
  useOverlay.setState({ overlay, search: "" });
}

export function closeOverlay(): void {
  useOverlay.setState(closed);
}

export function setSearch(search: string): void {
  useOverlay.setState({ search });
}

/** Takes a key that was pressed after an overlay was asked for and before it has the focus. */
export function typeAhead({ key }: { readonly key: string }): void {
  const { search } = useOverlay.getState();
  if (key === "Escape") closeOverlay();
  else if (key === "Backspace") setSearch(search.slice(0, -1));
  else if (key.length === 1) setSearch(search + key);
}
