// How is the modifier of this machine's keyboard written?

const isApple = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

/** `"⌘K"` on Apple machines, `"Ctrl+K"` elsewhere. */
export function chordText(key: string): string {
  return isApple ? `⌘${key}` : `Ctrl+${key}`;
}
