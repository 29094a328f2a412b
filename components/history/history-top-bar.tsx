"use client";
import { Logo } from "@/components/content/logo";
import { ThemeSelect } from "@/components/content/theme-select";
import { CopyButton } from "@/components/ui/copy-button";

/** Where one is, and the way back. */
export function HistoryTopBar() {
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b bg-panel px-3">
      <a href="/" className="flex items-center gap-2 rounded-md" aria-label="Toolscope, new run">
        <Logo className="size-5" />
        <span className="text-md font-semibold tracking-tight max-md:sr-only">Toolscope</span>
      </a>
      <span aria-hidden className="mx-1 h-5 w-px bg-line-strong" />
      <h1 className="text-sm font-medium">History</h1>
      <span className="ml-auto flex items-center gap-2">
        <CopyButton text={() => window.location.href} label="Copy link to this search" />
        <ThemeSelect />
      </span>
    </header>
  );
}
