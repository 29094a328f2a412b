"use client";
import type { KeyboardEvent, ReactNode } from "react";
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
  const at = options.findIndex((option) => option.value === value);
  // Arrow keys go round and choose, as in every group of radio buttons; Tab leaves it.
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const next = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: -1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const place = (next + options.length) % options.length;
    const option = options[place];
    if (option === undefined) return;
    onValueChange(option.value);
    event.currentTarget.querySelectorAll("button")[place]?.focus();
  };
  return (
    <div
      role="radiogroup"
      aria-label={label}
      onKeyDown={onKeyDown}
      className={classNames(
        "inline-flex h-7 rounded-md border border-line-strong bg-sunken p-0.5",
        className,
      )}
    >
      {options.map((option, place) => (
        // biome-ignore lint/a11y/useSemanticElements: an input cannot hold an icon
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          data-state={option.value === value ? "checked" : "unchecked"}
          tabIndex={place === Math.max(at, 0) ? 0 : -1}
          onClick={() => onValueChange(option.value)}
          className={classNames(
            "inline-flex flex-1 items-center justify-center gap-1.5 whitespace-nowrap rounded-sm px-2 text-xs text-muted transition-colors hover:text-ink [&_svg]:size-3.5",
            "data-[state=checked]:bg-raised data-[state=checked]:font-medium data-[state=checked]:text-ink data-[state=checked]:ring-1 data-[state=checked]:ring-line-strong",
          )}
        >
          {option.icon}
          {option.label}
        </button>
      ))}
    </div>
  );
}
