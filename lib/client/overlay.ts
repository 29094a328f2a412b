// Which window lies over the playground?
import { create } from "zustand";

export type Overlay = "palette" | "shortcuts";

export type OverlayState = {
  readonly overlay: Overlay | null;
  /** What was typed for the overlay before it was there to take it. */
  readonly typedAhead: string;
};

export const useOverlay = create<OverlayState>(() => ({ overlay: null, typedAhead: "" }));

export function openOverlay(overlay: Overlay): void {
  useOverlay.setState({ overlay, typedAhead: "" });
}

export function closeOverlay(): void {
  useOverlay.setState({ overlay: null, typedAhead: "" });
}

/** Keeps a key that was pressed after an overlay was asked for and before it has the focus. */
export function typeAhead({ key }: { readonly key: string }): void {
  if (key === "Escape") closeOverlay();
  else if (key === "Backspace")
    useOverlay.setState(({ typedAhead }) => ({ typedAhead: typedAhead.slice(0, -1) }));
  else if (key.length === 1) useOverlay.setState(({ typedAhead }) => ({ typedAhead: typedAhead + key }));
}
