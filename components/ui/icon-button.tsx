import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { Kbd } from "./kbd";
import { Tooltip } from "./tooltip";

const sizes = { sm: "size-6 [&_svg]:size-3.5", md: "size-7 [&_svg]:size-4" };

/** A button whose face is an icon: `label` is its accessible name and its tooltip. */
export function IconButton({
  label,
  shortcut,
  size = "md",
  pressed,
  tooltipSide = "bottom",
  className,
  children,
  ...props
}: Omit<ComponentProps<"button">, "aria-label"> & {
  label: string;
  shortcut?: string;
  size?: keyof typeof sizes;
  pressed?: boolean;
  tooltipSide?: "top" | "right" | "bottom" | "left";
  children: ReactNode;
}) {
  const content =
    shortcut === undefined ? (
      label
    ) : (
      <span className="flex items-center gap-2">
        {label} <Kbd>{shortcut}</Kbd>
      </span>
    );
  return (
    <Tooltip content={content} side={tooltipSide}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        className={classNames(
          "inline-flex shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-ink disabled:pointer-events-none disabled:opacity-50",
          sizes[size],
          pressed === true && "bg-hover text-ink",
          className,
        )}
        {...props}
      >
        {children}
      </button>
    </Tooltip>
  );
}
