import { type RefCallback, useState } from "react";

/** The width of an element in pixels, kept true while it changes; `initial` until it is first measured. */
export function useWidth(initial: number): readonly [number, RefCallback<HTMLElement>] {
  const [width, setWidth] = useState(initial);
  const [measure] = useState(
    (): RefCallback<HTMLElement> => (element) => {
      if (element === null) return;
      const observer = new ResizeObserver(() => setWidth(element.clientWidth));
      observer.observe(element);
      return () => observer.disconnect();
    },
  );
  return [width, measure];
}
