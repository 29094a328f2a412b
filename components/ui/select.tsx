"use client";
import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";
import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import { controlClasses, describedBy, Field, type FieldProps } from "./field";
import { pageNonce } from "./page-nonce";

export type SelectOption = { value: string; label: string; detail?: string; icon?: ReactNode };

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
  return (
    <Field id={id} {...field}>
      <Radix.Root value={value} onValueChange={onValueChange}>
        <Radix.Trigger
          {...describedBy(id, field)}
          aria-label={field.label}
          className={classNames(
            controlClasses,
            "flex h-7 items-center justify-between gap-2 px-2 text-left [&>span]:truncate",
          )}
        >
          <Radix.Value placeholder={placeholder} />
          <Radix.Icon asChild>
            <ChevronDown className="size-3.5 shrink-0 text-subtle" aria-hidden />
          </Radix.Icon>
        </Radix.Trigger>
        <SelectMenu options={options} />
      </Radix.Root>
    </Field>
  );
}

function SelectMenu({ options }: { options: readonly SelectOption[] }) {
  return (
    <Radix.Portal>
      <Radix.Content
        position="popper"
        sideOffset={4}
        className="z-50 max-h-80 min-w-(--radix-select-trigger-width) animate-float-in overflow-hidden rounded-md bg-raised p-1 shadow-float"
      >
        <Radix.Viewport nonce={pageNonce()}>
          {options.map((option) => (
            <Radix.Item
              key={option.value}
              value={option.value}
              className="flex min-h-7 cursor-default items-center gap-2 rounded-sm py-1 pr-2 pl-7 text-sm outline-none data-[highlighted]:bg-hover"
            >
              <Radix.ItemIndicator className="-ml-5 w-3.5">
                <Check className="size-3.5 text-accent-text" aria-hidden />
              </Radix.ItemIndicator>
              <Radix.ItemText>{option.label}</Radix.ItemText>
              {option.detail && <span className="ml-auto pl-4 text-xs text-subtle">{option.detail}</span>}
            </Radix.Item>
          ))}
        </Radix.Viewport>
      </Radix.Content>
    </Radix.Portal>
  );
}
