import { classNames } from "./class-names";

/** Holds the place of something that is still loading. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classNames("animate-breathe rounded-md bg-line", className)} />;
}
