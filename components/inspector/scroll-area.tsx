import type { ReactNode } from "react";

/** The scrolling part of an inspector view, reachable by keyboard. */
export function ScrollArea({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      tabIndex={0}
      className="focus-inset h-full overflow-y-auto overflow-x-hidden"
    >
      {children}
    </section>
  );
}
