import { Tabs as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** Tabs over panels; `value` and `onValueChange` as in Radix. */
export function Tabs({ className, ...props }: ComponentProps<typeof Radix.Root>) {
  return <Radix.Root className={classNames("flex min-h-0 flex-col", className)} {...props} />;
}

export function TabList({ className, ...props }: ComponentProps<typeof Radix.List>) {
  return (
    <Radix.List
      className={classNames("flex h-9 shrink-0 items-stretch gap-0.5 border-b px-2", className)}
      {...props}
    />
  );
}

export function Tab({ className, ...props }: ComponentProps<typeof Radix.Trigger>) {
  return (
    <Radix.Trigger
      className={classNames(
        "focus-inset relative inline-flex items-center gap-1.5 rounded-md px-2 text-sm text-muted transition-colors hover:text-ink [&_svg]:size-3.5",
        "data-[state=active]:font-medium data-[state=active]:text-ink",
        "after:absolute after:inset-x-2 after:-bottom-px after:h-0.5 after:rounded-full data-[state=active]:after:bg-accent",
        className,
      )}
      {...props}
    />
  );
}

export function TabPanel({ className, ...props }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Content
      className={classNames("focus-inset min-h-0 flex-1 data-[state=inactive]:hidden", className)}
      {...props}
    />
  );
}
