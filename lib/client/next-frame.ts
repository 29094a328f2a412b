// When is the next moment to change the screen, also in a tab nobody looks at?

const hiddenTabMs = 100;

/** Runs `work` before the next paint; a hidden tab has no paints, so there a timer stands in. @returns cancels it */
export function nextFrame(work: () => void): () => void {
  if (document.hidden) {
    const timer = setTimeout(work, hiddenTabMs);
    return () => clearTimeout(timer);
  }
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    work();
  };
  const frame = requestAnimationFrame(once);
  // A tab hidden between asking and painting would otherwise wait until it is shown again.
  const timer = setTimeout(once, hiddenTabMs * 2);
  return () => {
    done = true;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
