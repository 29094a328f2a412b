"use client";
import { Slot } from "radix-ui";
import {
  type ComponentProps,
  createContext,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  use,
  useId,
  useRef,
  useState,
} from "react";
import type {
  MenuCheckboxItemProps,
  MenuContentProps,
  MenuItemProps,
  MenuLabelProps,
} from "./dropdown-menu-parts";
import { onDemand, useOnDemand } from "./on-demand";

/** What an open menu needs: no screen begins with one. */
const parts = onDemand(() => import("./dropdown-menu-parts"));

type Menu = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly triggerId: string;
};

const MenuContext = createContext<Menu | null>(null);

function useMenu(): Menu {
  const menu = use(MenuContext);
  if (menu === null) throw new Error("This stands in no DropdownMenu");
  return menu;
}

/** A button and the menu it opens. */
export function DropdownMenu({
  onOpenChange,
  children,
}: {
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}) {
  const triggerId = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const change = (next: boolean) => {
    if (next === open) return;
    if (next) parts.load();
    setOpen(next);
    onOpenChange?.(next);
  };
  return <MenuContext value={{ open, onOpenChange: change, trigger, triggerId }}>{children}</MenuContext>;
}

/** Opens the menu by pointer, Enter, Space or the Down key. `asChild` makes a trigger of another button. */
export function DropdownMenuTrigger({
  asChild = false,
  ...props
}: ComponentProps<"button"> & { asChild?: boolean }) {
  const { open, onOpenChange, trigger, triggerId } = useMenu();
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || event.ctrlKey) return;
    onOpenChange(!open);
    // The menu is about to take the focus.
    if (!open) event.preventDefault();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") onOpenChange(true);
    else if (event.key === "Enter" || event.key === " ") onOpenChange(!open);
    else return;
    event.preventDefault();
  };
  const Trigger = asChild ? Slot.Root : "button";
  return (
    <Trigger
      id={triggerId}
      type="button"
      aria-haspopup="menu"
      aria-expanded={open}
      data-state={open ? "open" : "closed"}
      {...props}
      ref={trigger}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  );
}

export function DropdownMenuContent(props: MenuContentProps) {
  const loaded = useOnDemand(parts);
  const menu = useMenu();
  return loaded && <loaded.MenuContent {...menu} {...props} />;
}

export function DropdownMenuItem(props: MenuItemProps) {
  const loaded = useOnDemand(parts);
  return loaded && <loaded.MenuItem {...props} />;
}

export function DropdownMenuCheckboxItem(props: MenuCheckboxItemProps) {
  const loaded = useOnDemand(parts);
  return loaded && <loaded.MenuCheckboxItem {...props} />;
}

export function DropdownMenuSeparator() {
  const loaded = useOnDemand(parts);
  return loaded && <loaded.MenuSeparator />;
}

export function DropdownMenuLabel(props: MenuLabelProps) {
  const loaded = useOnDemand(parts);
  return loaded && <loaded.MenuLabel {...props} />;
}
