"use client";
import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { classNames } from "./class-names";
import { TextField } from "./text-field";

/** A line of text behind dots, which whoever typed it can have shown. It is hidden again with the field. */
export function SecretField({
  what,
  className,
  ...field
}: Omit<ComponentProps<typeof TextField>, "type" | "mono"> & {
  /** What is shown and hidden, as in "Show the key". */
  readonly what: string;
}) {
  const [shown, setShown] = useState(false);
  return (
    <div className="relative min-w-0">
      <TextField
        {...field}
        mono
        type={shown ? "text" : "password"}
        className={classNames("[&_input]:pr-8", className)}
      />
      <button
        type="button"
        aria-label={`${shown ? "Hide" : "Show"} ${what}`}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className={classNames(
          "absolute right-0 flex size-7 items-center justify-center rounded-md text-muted hover:text-ink [&_svg]:size-3.5",
          field.labelHidden ? "top-0" : "top-[1.375rem]",
        )}
      >
        {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      </button>
    </div>
  );
}
