"use client";
import { Logo } from "@/components/content/logo";
import { ThemeSelect } from "@/components/content/theme-select";
import { CopyButton } from "@/components/ui/copy-button";

/** Where one is, and the way back. */
export function LabTopBar() {
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b bg-panel px-3">
      <a href="/" className="flex items-center gap-2 rounded-md" aria-label="Toolscope, new run">
        <Logo className="size-5" />
        <span className="text-md font-semibold tracking-tight max-md:sr-only">Toolscope</span>
      </a>
      <span aria-hidden className="mx-1 h-5 w-px bg-line-strong" />
      <h1 className="text-sm font-medium">Header lab</h1>
      <p className="ml-2 truncate text-xs text-subtle max-lg:hidden">
        Real packages, one run per cell: does each header arrive on every request?
      </p>
      <span className="ml-auto flex items-center gap-2">
        <CopyButton text={() => window.location.href} label="Copy link to this choice" />
        <ThemeSelect />
      </span>
    </header>
  );
}
