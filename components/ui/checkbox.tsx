"use client";
import { Check, Minus } from "lucide-react";
import { type ComponentProps, useId } from "react";
import { classNames } from "./class-names";

type Checked = boolean | "indeterminate";

const states = { true: "checked", false: "unchecked", indeterminate: "indeterminate" };

/** A choice that takes effect with the rest of the form. */
export function Checkbox({
  label,
  labelHidden = false,
  checked,
  onCheckedChange,
  className,
  ...props
}: Omit<ComponentProps<"button">, "children" | "role"> & {
  label: string;
  labelHidden?: boolean;
  checked: Checked;
  onCheckedChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <span className={classNames("inline-flex items-center gap-1.5", className)}>
      {/* biome-ignore lint/a11y/useSemanticElements: an input cannot hold an icon */}
      <button
        id={id}
        type="button"
        role="checkbox"
        aria-checked={checked === "indeterminate" ? "mixed" : checked}
        data-state={states[`${checked}`]}
        onClick={() => onCheckedChange(checked !== true)}
        // A checkbox is switched by Space: Enter is for what holds it.
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
        className="flex size-4 shrink-0 items-center justify-center rounded-sm border border-control bg-panel data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent"
        {...props}
      >
        {checked === "indeterminate" && (
          <Minus className="size-3 text-on-accent" strokeWidth={3} aria-hidden />
        )}
        {checked === true && <Check className="size-3 text-on-accent" strokeWidth={3} aria-hidden />}
      </button>
      <label htmlFor={id} className={labelHidden ? "sr-only" : "select-none text-xs text-muted"}>
        {label}
      </label>
    </span>
  );
}
