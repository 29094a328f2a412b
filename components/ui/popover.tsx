"use client";
import { Popover as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export const Popover = Radix.Root;
export const PopoverTrigger = Radix.Trigger;
export const PopoverClose = Radix.Close;

export function PopoverContent({ className, ...props }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        sideOffset={4}
        collisionPadding={8}
        className={classNames(
          "z-50 max-h-(--radix-popover-content-available-height) w-80 animate-float-in overflow-y-auto rounded-md bg-raised p-3 shadow-float",
          className,
        )}
        {...props}
      />
    </Radix.Portal>
  );
}
