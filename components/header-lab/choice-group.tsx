"use client";
import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { classNames } from "@/components/ui/class-names";

type Option = { readonly value: string; readonly label: string; readonly note?: string };

/** Some of several values, with all and none at one press. */
export function ChoiceGroup({
  title,
  note,
  columns = false,
  values,
  options,
  onChange,
  children,
}: {
  title: string;
  note?: string;
  /** Two values side by side. */
  columns?: boolean;
  values: readonly string[];
  options: readonly Option[];
  onChange: (values: readonly string[]) => void;
  children?: ReactNode;
}) {
  const isAll = options.every(({ value }) => values.includes(value));
  const toggle = (value: string, on: boolean) =>
    onChange(
      options.map((each) => each.value).filter((each) => (each === value ? on : values.includes(each))),
    );
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5 border-b px-3 py-2.5">
      <legend className="float-left w-full text-xs font-medium">
        <span className="flex items-center justify-between">
          {title}
          <button
            type="button"
            aria-label={isAll ? `Choose no ${title.toLowerCase()}` : `Choose all ${title.toLowerCase()}`}
            onClick={() => onChange(isAll ? [] : options.map(({ value }) => value))}
            className="rounded-sm px-1 font-normal text-accent-text hover:bg-hover"
          >
            {isAll ? "None" : "All"}
          </button>
        </span>
      </legend>
      <div className={classNames("gap-x-2 gap-y-1.5", columns ? "grid grid-cols-2" : "flex flex-col")}>
        {options.map(({ value, label, note: hint }) => (
          <Checkbox
            key={value}
            label={label}
            title={hint}
            checked={values.includes(value)}
            onCheckedChange={(on) => toggle(value, on === true)}
          />
        ))}
      </div>
      {note !== undefined && <p className="text-2xs text-subtle">{note}</p>}
      {children}
    </fieldset>
  );
}
