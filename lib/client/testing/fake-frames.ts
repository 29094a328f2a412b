// How does a test decide when the browser paints?
import { vi } from "vitest";

/** @returns animation frames that come when `paint` is called */
export function fakeFrames() {
  const waiting = new Map<number, FrameRequestCallback>();
  let last = 0;
  return {
    /** Takes the place of the browser's frames until `vi.unstubAllGlobals`. */
    install() {
      waiting.clear();
      vi.stubGlobal("document", {
        hidden: false,
        addEventListener: () => undefined,
        removeEventListener: () => undefined,
      });
      vi.stubGlobal("requestAnimationFrame", (work: FrameRequestCallback) => {
        last += 1;
        waiting.set(last, work);
        return last;
      });
      vi.stubGlobal("cancelAnimationFrame", (frame: number) => waiting.delete(frame));
    },
    /** How many frames are waited for. */
    waitedFor: () => waiting.size,
    paint() {
      const due = [...waiting.values()];
      waiting.clear();
      for (const work of due) work(performance.now());
    },
  };
}
