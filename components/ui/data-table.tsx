import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** A table in rows of 28 px; the caller writes `thead` and `tbody`. */
export function DataTable({ className, ...props }: ComponentProps<"table">) {
  return (
    <table
      className={classNames("w-full border-separate border-spacing-0 text-left text-sm", className)}
      {...props}
    />
  );
}

export function HeadCell({ className, ...props }: ComponentProps<"th">) {
  return (
    <th
      scope="col"
      className={classNames(
        "sticky top-0 z-10 h-7 whitespace-nowrap border-b bg-panel px-2 text-xs font-medium text-subtle",
        className,
      )}
      {...props}
    />
  );
}
