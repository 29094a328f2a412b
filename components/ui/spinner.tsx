import { LoaderCircle } from "lucide-react";
import { classNames } from "./class-names";

/** Something is under way. `label` says what; leave it out where text beside it does. */
export function Spinner({ label, className }: { label?: string; className?: string }) {
  return (
    <LoaderCircle
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
      className={classNames("size-3.5 animate-spin", className)}
    />
  );
}
