"use client";
import { Tooltip as Radix } from "radix-ui";
import type { ReactNode, RefObject } from "react";
import { StandIn } from "./stand-in";

export type TooltipSide = "top" | "right" | "bottom" | "left";

/** The open tooltip beside its element. It says itself when it is to close: the pointer gone elsewhere, Esc, a scroll. */
export function TooltipFloat({
  id,
  trigger,
  side,
  onClose,
  children,
}: {
  id: string;
  trigger: RefObject<HTMLElement | null>;
  side: TooltipSide;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Radix.Provider>
      <Radix.Root open onOpenChange={(open) => !open && onClose()}>
        <Radix.Trigger asChild>
          <StandIn element={trigger} />
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            id={id}
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-50 max-w-80 animate-fade-in break-words rounded-md bg-raised px-2 py-1 text-xs text-ink shadow-float"
          >
            {children}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
