import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type FieldProps = {
  label: string;
  /** The form field's name, by which its control can be found and focused. */
  name?: string;
  /** Shown under the control. */
  hint?: ReactNode;
  /** What is wrong and what to do; replaces the hint. */
  error?: string | undefined;
  /** Keeps the label for screen readers only. */
  labelHidden?: boolean;
  className?: string;
};

/** What a control needs to be tied to its label, hint and error. */
export function describedBy(id: string, { name, hint, error }: Pick<FieldProps, "name" | "hint" | "error">) {
  const described = error !== undefined || hint !== undefined;
  return {
    id,
    name,
    "aria-invalid": error === undefined ? undefined : true,
    "aria-describedby": described ? `${id}-note` : undefined,
  };
}

/** A label above its control, a hint or an error below. */
export function Field({
  id,
  label,
  hint,
  error,
  labelHidden,
  className,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className={classNames("flex min-w-0 flex-col gap-1", className)}>
      <label
        htmlFor={id}
        className={labelHidden ? "sr-only" : "w-fit select-none text-xs font-medium text-muted"}
      >
        {label}
      </label>
      {children}
      <FieldNote id={id} hint={hint} error={error} />
    </div>
  );
}

/** The line under a control: its error where it has one, else its hint. */
export function FieldNote({ id, hint, error }: Pick<FieldProps, "hint" | "error"> & { id: string }) {
  if (error !== undefined) {
    return (
      <p id={`${id}-note`} role="alert" className="text-xs text-kind-error-text first-letter:uppercase">
        {error}
      </p>
    );
  }
  if (hint === undefined) return null;
  return (
    <p id={`${id}-note`} className="text-xs text-subtle">
      {hint}
    </p>
  );
}

export const controlClasses =
  "w-full min-w-0 rounded-md border border-line-strong bg-panel text-sm text-ink transition-colors hover:border-control aria-invalid:border-kind-error disabled:opacity-50";
