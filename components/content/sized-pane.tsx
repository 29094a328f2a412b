"use client";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { ResizeHandle } from "@/components/ui/resize-handle";
import { changeView, defaultView, useView } from "@/lib/client/view-store";

type Props = {
  readonly id?: string;
  /** Where it is a region of the page by itself. */
  readonly label?: string;
  /** Which remembered width it has, in CSS pixels. */
  readonly width: "setupWidth" | "inspectorWidth" | "toolListWidth" | "toolSideWidth";
  readonly min: number;
  readonly max: number;
  /** What the handle is called. */
  readonly handle: string;
  /** The side of the window it stands at. */
  readonly side: "start" | "end";
  /** For a page that stacks its panes on a narrow window, where nothing can be drawn wider. */
  readonly handleClassName?: string;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A pane at a side of the window, as wide as it was last drawn. */
export function SizedPane(props: Props) {
  const { id, label, width: name, handle, side, min, max, handleClassName, className, children } = props;
  const width = useView((view) => view[name]);
  const pane = (
    <section id={id} aria-label={label} style={{ width }} className={classNames("shrink-0", className)}>
      {children}
    </section>
  );
  return (
    <>
      {side === "start" && pane}
      <div className={classNames("contents", handleClassName)}>
        <ResizeHandle
          label={handle}
          side={side}
          size={width}
          min={min}
          max={max}
          defaultSize={defaultView[name]}
          onResize={(size) => changeView({ [name]: size })}
        />
      </div>
      {side === "end" && pane}
    </>
  );
}
