"use client";
import { RadioGroup as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Segment<Value extends string> = { value: Value; label: string; icon?: ReactNode };

/** One of two to five values, all in sight: a radio group named `label`. */
export function SegmentedControl<Value extends string>({
  label,
  value,
  onValueChange,
  options,
  className,
}: {
  label: string;
  value: Value;
  onValueChange: (value: Value) => void;
  options: readonly Segment<Value>[];
  className?: string;
}) {
  return (
    <Radix.Root
      aria-label={label}
      orientation="horizontal"
      value={value}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen !== undefined) onValueChange(chosen.value);
      }}
      className={classNames(
        "inline-flex h-7 rounded-md border border-line-strong bg-sunken p-0.5",
        className,
      )}
    >
      {options.map((option) => (
        <Radix.Item
          key={option.value}
          value={option.value}
          className={classNames(
            "inline-flex flex-1 items-center justify-center gap-1.5 whitespace-nowrap rounded-sm px-2 text-xs text-muted transition-colors hover:text-ink [&_svg]:size-3.5",
            "data-[state=checked]:bg-raised data-[state=checked]:font-medium data-[state=checked]:text-ink data-[state=checked]:ring-1 data-[state=checked]:ring-line-strong",
          )}
        >
          {option.icon}
          {option.label}
        </Radix.Item>
      ))}
    </Radix.Root>
  );
}
