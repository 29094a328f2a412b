"use client";
import { type ComponentProps, useId } from "react";
import { classNames } from "./class-names";
import { controlClasses, describedBy, Field, type FieldProps } from "./field";

/** Text of any length; grows with what is typed between `minRows` and `maxRows`. */
export function TextArea({
  label,
  name,
  hint,
  error,
  labelHidden,
  className,
  mono = false,
  minRows = 3,
  maxRows = 16,
  value,
  onValueChange,
  ...props
}: Omit<ComponentProps<"textarea">, "onChange" | "id" | "value" | "rows"> &
  FieldProps & {
    mono?: boolean;
    minRows?: number;
    maxRows?: number;
    value: string;
    onValueChange: (value: string) => void;
  }) {
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
      <textarea
        {...describedBy(id, { ...(name !== undefined && { name }), hint, error })}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        rows={minRows}
        style={{ minHeight: `calc(${minRows}lh + 0.875rem)`, maxHeight: `calc(${maxRows}lh + 0.875rem)` }}
        spellCheck={!mono}
        className={classNames(
          controlClasses,
          "field-sizing-content resize-y px-2 py-1.5",
          mono && "font-mono text-xs",
        )}
        {...props}
      />
    </Field>
  );
}
