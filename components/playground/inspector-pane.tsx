"use client";
import dynamic from "next/dynamic";

const Inspector = dynamic(
  () => import("@/components/inspector/inspector").then((module) => module.Inspector),
  {
    ssr: false,
  },
);

/** What is selected, beside the run. */
export function InspectorPane() {
  return (
    <aside aria-label="Inspector" className="h-full bg-panel">
      <Inspector />
    </aside>
  );
}

/** The same over the run, where the window has no room beside it; the run stays within reach. */
export function InspectorSheet() {
  return (
    <aside
      aria-label="Inspector"
      className="absolute inset-y-0 right-0 z-20 w-[min(27rem,92vw)] animate-sheet-in bg-panel shadow-float"
    >
      <Inspector />
    </aside>
  );
}
