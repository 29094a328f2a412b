"use client";
import { type ComponentProps, useId } from "react";
import { classNames } from "./class-names";

/** On or off, at once. `label` is the accessible name; it is drawn unless `labelHidden`. */
export function Switch({
  label,
  labelHidden = false,
  checked,
  onCheckedChange,
  className,
  ...props
}: Omit<ComponentProps<"button">, "children" | "role"> & {
  label: string;
  labelHidden?: boolean;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
}) {
  const id = useId();
  const state = checked ? "checked" : "unchecked";
  return (
    <span className={classNames("inline-flex items-center gap-2", className)}>
      <button
        id={id}
        type="button"
        role="switch"
        aria-label={label}
        aria-checked={checked}
        data-state={state}
        onClick={() => onCheckedChange(!checked)}
        className="relative h-4 w-7 shrink-0 rounded-full bg-control transition-colors data-[state=checked]:bg-accent disabled:opacity-50"
        {...props}
      >
        <span
          data-state={state}
          className="block size-3 translate-x-0.5 rounded-full bg-on-accent transition-transform data-[state=checked]:translate-x-3.5"
        />
      </button>
      {!labelHidden && (
        <label htmlFor={id} className="select-none text-sm">
          {label}
        </label>
      )}
    </span>
  );
}
