"use client";
import { Slot } from "radix-ui";
import { type PointerEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { onDemand, useOnDemand } from "./on-demand";
import { restingMs, tooltipClosed, tooltipOpened } from "./open-tooltip";
import type { TooltipSide } from "./tooltip-float";

const float = onDemand(() => import("./tooltip-float"));

/** Says more about its child on hover and focus; the child must be able to take focus. */
export function Tooltip({
  content,
  side = "bottom",
  children,
}: {
  content: ReactNode;
  side?: TooltipSide;
  children: ReactNode;
}) {
  const id = useId();
  const trigger = useRef<HTMLElement>(null);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pressed = useRef(false);
  const [open, setOpen] = useState(false);
  const loaded = useOnDemand(float);
  const [close] = useState(() => () => {
    clearTimeout(resting.current);
    setOpen(false);
    tooltipClosed(close, performance.now());
  });
  useEffect(() => close, [close]);
  const show = () => {
    clearTimeout(resting.current);
    float.load();
    tooltipOpened(close);
    setOpen(true);
  };
  const onPointerEnter = (event: PointerEvent) => {
    if (event.pointerType === "touch" || open) return;
    clearTimeout(resting.current);
    resting.current = setTimeout(show, restingMs(performance.now()));
  };
  const onPointerLeave = () => {
    clearTimeout(resting.current);
    // What floats follows the pointer itself: on its way there it stays open.
    if (loaded === null) close();
  };
  const onPointerDown = () => {
    close();
    pressed.current = true;
    document.addEventListener("pointerup", () => (pressed.current = false), { once: true });
  };
  return (
    <>
      <Slot.Root
        ref={trigger}
        aria-describedby={open && loaded !== null ? id : undefined}
        onPointerEnter={onPointerEnter}
        onPointerLeave={onPointerLeave}
        onPointerDown={onPointerDown}
        onFocus={() => !pressed.current && show()}
        onBlur={close}
        onClick={close}
      >
        {children}
      </Slot.Root>
      {open && loaded !== null && (
        <loaded.TooltipFloat id={id} trigger={trigger} side={side} onClose={close}>
          {content}
        </loaded.TooltipFloat>
      )}
    </>
  );
}
