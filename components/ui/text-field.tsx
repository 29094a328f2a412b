"use client";
import { type ComponentProps, useId } from "react";
import { classNames } from "./class-names";
import { controlClasses, describedBy, Field, type FieldProps } from "./field";

/** One line of text. `list` gives known values to choose from while any text stays possible. */
export function TextField({
  label,
  name,
  hint,
  error,
  labelHidden,
  className,
  mono = false,
  value,
  onValueChange,
  ...props
}: Omit<ComponentProps<"input">, "onChange" | "id" | "value"> &
  FieldProps & { mono?: boolean; value: string; onValueChange: (value: string) => void }) {
  const id = useId();
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      error={error}
      {...(labelHidden && { labelHidden })}
      {...(className && { className })}
    >
      <input
        {...describedBy(id, { ...(name !== undefined && { name }), hint, error })}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        spellCheck={false}
        autoComplete="off"
        className={classNames(controlClasses, "h-7 px-2", mono && "font-mono text-xs")}
        {...props}
      />
    </Field>
  );
}
