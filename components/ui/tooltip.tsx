import { Tooltip as Radix } from "radix-ui";
import type { ReactNode } from "react";

/** One provider near the root: moving from one tooltip to the next shows the second at once. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={350} skipDelayDuration={250}>
      {children}
    </Radix.Provider>
  );
}

/** Says more about its child on hover and focus; the child must be able to take focus. */
export function Tooltip({
  content,
  side = "bottom",
  children,
}: {
  content: ReactNode;
  side?: "top" | "right" | "bottom" | "left";
  children: ReactNode;
}) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-w-80 animate-fade-in break-words rounded-md bg-raised px-2 py-1 text-xs text-ink shadow-float"
        >
          {content}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
