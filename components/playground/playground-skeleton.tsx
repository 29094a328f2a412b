import { Logo } from "@/components/content/logo";
import { Skeleton } from "@/components/ui/skeleton";

/** The frame of the page while its code is on the way. */
export function PlaygroundSkeleton() {
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <title>Toolscope</title>
      <header className="flex h-12 shrink-0 items-center gap-2 border-b bg-panel px-3">
        <Logo className="size-5" />
        <span className="text-md font-semibold tracking-tight">Toolscope</span>
      </header>
      <main className="flex min-h-0 flex-1" aria-busy="true">
        <div className="flex w-[340px] flex-col gap-3 border-r bg-panel p-3 max-md:hidden">
          <Skeleton className="h-28" />
          <Skeleton className="h-7" />
          <Skeleton className="h-7" />
        </div>
        <p className="sr-only">Loading the playground…</p>
      </main>
    </div>
  );
}
