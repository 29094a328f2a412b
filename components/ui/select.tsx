"use client";
import { ChevronDown } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from "react";
import { classNames } from "./class-names";
import { controlClasses, describedBy, Field, type FieldProps } from "./field";
import { onDemand, useOnDemand } from "./on-demand";
import type { SelectOption } from "./select-menu";
import { optionForLetters, TypedLetters } from "./type-to-choose";

export type { SelectOption } from "./select-menu";

const menu = onDemand(() => import("./select-menu"));
const openingKeys: readonly string[] = [" ", "Enter", "ArrowUp", "ArrowDown"];

/** One of a few values, behind a button. Its role is `combobox`, its name the label. */
export function Select({
  value,
  onValueChange,
  options,
  placeholder,
  ...field
}: FieldProps & {
  value: string;
  onValueChange: (value: string) => void;
  options: readonly SelectOption[];
  placeholder?: string;
}) {
  const id = useId();
  const listId = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const pointer = useRef("touch");
  const [letters] = useState(() => new TypedLetters());
  const [open, setOpen] = useState(false);
  const loaded = useOnDemand(menu);
  const chosen = options.find((option) => option.value === value);
  const show = () => {
    menu.load();
    setOpen(true);
  };
  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    pointer.current = event.pointerType;
    if (event.button !== 0 || event.ctrlKey || event.pointerType !== "mouse") return;
    show();
    // The list is about to take the focus.
    event.preventDefault();
  };
  const onClick = () => {
    trigger.current?.focus();
    if (pointer.current !== "mouse") show();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    const isLetter = event.key.length === 1 && (event.key !== " " || letters.isOpen(event.timeStamp));
    if (isLetter && !event.altKey) {
      const typed = letters.add(event.key, event.timeStamp);
      const labels = options.map((option) => option.label);
      const current = options.findIndex((option) => option.value === value);
      const meant = options[optionForLetters(labels, current, typed)];
      if (meant !== undefined && meant.value !== value) onValueChange(meant.value);
      if (event.key === " ") event.preventDefault();
    } else if (openingKeys.includes(event.key)) {
      show();
      event.preventDefault();
    }
  };
  return (
    <Field id={id} {...field}>
      <button
        {...describedBy(id, field)}
        ref={trigger}
        type="button"
        role="combobox"
        aria-label={field.label}
        aria-expanded={open}
        aria-controls={open && loaded !== null ? listId : undefined}
        aria-autocomplete="none"
        className={classNames(
          controlClasses,
          "flex h-7 items-center justify-between gap-2 px-2 text-left [&>span]:truncate",
        )}
        onPointerDown={onPointerDown}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        <span>{chosen?.label ?? placeholder}</span>
        <ChevronDown className="size-3.5 shrink-0 text-subtle" aria-hidden />
      </button>
      {open && loaded !== null && (
        <loaded.SelectMenu
          id={listId}
          trigger={trigger}
          value={value}
          onValueChange={onValueChange}
          onClose={() => setOpen(false)}
          options={options}
        />
      )}
    </Field>
  );
}
