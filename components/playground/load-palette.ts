// Where does the command palette's code come from?

/** Loads it, once: before it is needed where a key or the pointer gives a hint. */
export function loadPalette() {
  return import("./command-palette");
}
