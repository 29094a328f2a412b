import { Drama } from "lucide-react";

/** Says of a mistake that it is our own loop's, made on purpose: never the SDK's or the provider's. */
export function MishapTag({ children }: { children: string }) {
  return (
    <span className="inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-sm border border-kind-waiting/50 border-dashed bg-kind-waiting-soft px-1.5 text-2xs text-kind-waiting-text">
      <Drama className="size-3" aria-hidden />
      {children}
    </span>
  );
}
