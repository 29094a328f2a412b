import { Progress as Radix } from "radix-ui";
import { classNames } from "./class-names";

/** How far something is, 0 to 100; `null` while nobody knows. */
export function Progress({
  label,
  value,
  className,
}: {
  label: string;
  value: number | null;
  className?: string;
}) {
  return (
    <Radix.Root
      aria-label={label}
      value={value}
      className={classNames("h-1 w-full overflow-hidden rounded-full bg-line", className)}
    >
      <Radix.Indicator
        className={classNames("h-full rounded-full bg-accent", value === null && "w-full animate-breathe")}
        {...(value !== null && { style: { width: `${value}%` } })}
      />
    </Radix.Root>
  );
}
