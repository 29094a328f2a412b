import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { Kbd } from "./kbd";
import { Tooltip } from "./tooltip";

const sizes = { sm: "size-6 [&_svg]:size-3.5", md: "size-7 [&_svg]:size-4" };

/** A button whose face is an icon: `label` is its accessible name and its tooltip. With `href` it is a link. */
export function IconButton({
  label,
  shortcut,
  size = "md",
  pressed,
  tooltipSide = "bottom",
  href,
  className,
  children,
  ...props
}: Omit<ComponentProps<"button">, "aria-label"> & {
  label: string;
  shortcut?: string;
  size?: keyof typeof sizes;
  pressed?: boolean;
  tooltipSide?: "top" | "right" | "bottom" | "left";
  href?: string;
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
  const classes = classNames(
    "inline-flex shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-ink disabled:pointer-events-none disabled:opacity-50",
    sizes[size],
    pressed === true && "bg-hover text-ink",
    className,
  );
  return (
    <Tooltip content={content} side={tooltipSide}>
      {href === undefined ? (
        <button type="button" aria-label={label} aria-pressed={pressed} className={classes} {...props}>
          {children}
        </button>
      ) : (
        <a href={href} aria-label={label} className={classes}>
          {children}
        </a>
      )}
    </Tooltip>
  );
}
