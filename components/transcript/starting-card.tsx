import { Spinner } from "@/components/ui/spinner";

/** Holds the place of the first turn until its request leaves. Late, so that a quick start shows no flash of it. */
export function StartingCard() {
  return (
    <p className="flex h-8 animate-late items-center gap-2 rounded-md border bg-panel px-3 text-muted">
      <Spinner className="size-3.5 text-kind-request" />
      Starting: no request has left yet
    </p>
  );
}
