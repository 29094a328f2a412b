"use client";
import { Check, Minus } from "lucide-react";
import { Checkbox as Radix } from "radix-ui";
import { type ComponentProps, useId } from "react";
import { classNames } from "./class-names";

/** A choice that takes effect with the rest of the form. */
export function Checkbox({
  label,
  labelHidden = false,
  className,
  ...props
}: Omit<ComponentProps<typeof Radix.Root>, "children"> & { label: string; labelHidden?: boolean }) {
  const id = useId();
  return (
    <span className={classNames("inline-flex items-center gap-1.5", className)}>
      <Radix.Root
        id={id}
        className="flex size-4 shrink-0 items-center justify-center rounded-sm border border-control bg-panel data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent"
        {...props}
      >
        <Radix.Indicator>
          {props.checked === "indeterminate" ? (
            <Minus className="size-3 text-on-accent" strokeWidth={3} aria-hidden />
          ) : (
            <Check className="size-3 text-on-accent" strokeWidth={3} aria-hidden />
          )}
        </Radix.Indicator>
      </Radix.Root>
      <label htmlFor={id} className={labelHidden ? "sr-only" : "select-none text-xs text-muted"}>
        {label}
      </label>
    </span>
  );
}
