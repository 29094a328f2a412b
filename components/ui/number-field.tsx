"use client";
import { useId } from "react";
import { classNames } from "./class-names";
import { controlClasses, describedBy, Field, type FieldProps } from "./field";

/** A number as typed: `null` while the field is empty, NaN never leaves it. `unit` stands inside, at the end. */
export function NumberField({
  value,
  onValueChange,
  unit,
  min,
  max,
  step = 1,
  ...field
}: FieldProps & {
  value: number | null;
  onValueChange: (value: number | null) => void;
  unit?: string;
  min?: number;
  max?: number;
  step?: number;
}) {
  const id = useId();
  return (
    <Field id={id} {...field}>
      <div className="relative">
        <input
          {...describedBy(id, field)}
          type="number"
          inputMode="numeric"
          value={value ?? ""}
          min={min}
          max={max}
          step={step}
          onChange={(event) => {
            const next = event.target.valueAsNumber;
            onValueChange(Number.isNaN(next) ? null : next);
          }}
          className={classNames(
            controlClasses,
            "h-7 px-2 [appearance:textfield] [&::-webkit-inner-spin-button]:appearance-none",
            unit !== undefined && "pr-12",
          )}
        />
        {unit !== undefined && (
          <span
            aria-hidden
            className="pointer-events-none absolute inset-y-0 right-2 flex items-center text-xs text-subtle"
          >
            {unit}
          </span>
        )}
      </div>
    </Field>
  );
}
