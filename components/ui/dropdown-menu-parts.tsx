"use client";
import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ComponentProps, RefObject } from "react";
import { classNames } from "./class-names";
import { StandIn } from "./stand-in";

export type MenuContentProps = ComponentProps<typeof Radix.Content>;
export type MenuItemProps = ComponentProps<typeof Radix.Item>;
export type MenuCheckboxItemProps = ComponentProps<typeof Radix.CheckboxItem>;
export type MenuLabelProps = ComponentProps<typeof Radix.Label>;

/** The open menu below its button. The page around it stays usable: a menu is no dialog. */
export function MenuContent({
  trigger,
  triggerId,
  open,
  onOpenChange,
  className,
  ...props
}: MenuContentProps & {
  trigger: RefObject<HTMLElement | null>;
  triggerId: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  return (
    <Radix.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>
        <StandIn element={trigger} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-labelledby={triggerId}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className={classNames(
            "z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 animate-float-in overflow-y-auto rounded-md bg-raised p-1 shadow-float",
            className,
          )}
          {...props}
        />
      </Radix.Portal>
    </Radix.Root>
  );
}

const itemClasses =
  "flex min-h-7 cursor-default select-none items-center gap-2 rounded-sm px-2 py-1 text-sm outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-hover [&>svg]:text-subtle [&_svg]:size-3.5";

export function MenuItem({ className, ...props }: MenuItemProps) {
  return <Radix.Item className={classNames(itemClasses, className)} {...props} />;
}

/** A choice among several; the menu stays open for the next. */
export function MenuCheckboxItem({ className, children, ...props }: MenuCheckboxItemProps) {
  return (
    <Radix.CheckboxItem
      className={classNames(itemClasses, "group", className)}
      onSelect={(event) => event.preventDefault()}
      {...props}
    >
      <span className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border border-control bg-panel group-data-[state=checked]:border-accent group-data-[state=checked]:bg-accent">
        <Radix.ItemIndicator>
          <Check className="size-3 text-on-accent" strokeWidth={3} aria-hidden />
        </Radix.ItemIndicator>
      </span>
      {children}
    </Radix.CheckboxItem>
  );
}

export function MenuSeparator() {
  return <Radix.Separator className="my-1 h-px bg-line" />;
}

export function MenuLabel({ className, ...props }: MenuLabelProps) {
  return <Radix.Label className={classNames("px-2 py-1 text-xs text-subtle", className)} {...props} />;
}
