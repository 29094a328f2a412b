"use client";
import { Switch as Radix } from "radix-ui";
import { type ComponentProps, useId } from "react";
import { classNames } from "./class-names";

type SwitchProps = Omit<ComponentProps<typeof Radix.Root>, "children"> & { label: string };

/** On or off, at once. `label` is the accessible name; it is drawn unless `labelHidden`. */
export function Switch({
  label,
  labelHidden = false,
  className,
  ...props
}: SwitchProps & { labelHidden?: boolean }) {
  const id = useId();
  return (
    <span className={classNames("inline-flex items-center gap-2", className)}>
      <Radix.Root
        id={id}
        aria-label={label}
        className="relative h-4 w-7 shrink-0 rounded-full bg-control transition-colors data-[state=checked]:bg-accent disabled:opacity-50"
        {...props}
      >
        <Radix.Thumb className="block size-3 translate-x-0.5 rounded-full bg-on-accent transition-transform data-[state=checked]:translate-x-3.5" />
      </Radix.Root>
      {!labelHidden && (
        <label htmlFor={id} className="select-none text-sm">
          {label}
        </label>
      )}
    </span>
  );
}
