"use client";
import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** The page around an open menu stays usable: a menu is no dialog. */
export function DropdownMenu(props: ComponentProps<typeof Radix.Root>) {
  return <Radix.Root modal={false} {...props} />;
}

export const DropdownMenuTrigger = Radix.Trigger;

export function DropdownMenuContent({ className, ...props }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
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
  );
}

const itemClasses =
  "flex min-h-7 cursor-default select-none items-center gap-2 rounded-sm px-2 py-1 text-sm outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-hover [&>svg]:text-subtle [&_svg]:size-3.5";

export function DropdownMenuItem({ className, ...props }: ComponentProps<typeof Radix.Item>) {
  return <Radix.Item className={classNames(itemClasses, className)} {...props} />;
}

/** A choice among several; the menu stays open for the next. */
export function DropdownMenuCheckboxItem({
  className,
  children,
  ...props
}: ComponentProps<typeof Radix.CheckboxItem>) {
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

export function DropdownMenuSeparator() {
  return <Radix.Separator className="my-1 h-px bg-line" />;
}

export function DropdownMenuLabel({ className, ...props }: ComponentProps<typeof Radix.Label>) {
  return <Radix.Label className={classNames("px-2 py-1 text-xs text-subtle", className)} {...props} />;
}
