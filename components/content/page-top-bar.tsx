"use client";
import type { ReactNode } from "react";
import { Logo } from "./logo";
import { PageLinks } from "./page-links";
import { SignOutButton } from "./sign-out-button";
import { ThemeSelect } from "./theme-select";

/** Where one is, the way back, and what can be done on the whole page. */
export function PageTopBar({
  title,
  path,
  beside,
  actions,
  primary,
}: {
  title: string;
  /** The page's own, which needs no link. */
  path: string;
  /** Stands right after the title. */
  beside?: ReactNode;
  actions?: ReactNode;
  /** Stands last. */
  primary?: ReactNode;
}) {
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b bg-panel px-3">
      <a href="/" className="flex items-center gap-2 rounded-md" aria-label="Toolscope, new run">
        <Logo className="size-5" />
        <span className="text-md font-semibold tracking-tight max-md:sr-only">Toolscope</span>
      </a>
      <span aria-hidden className="mx-1 h-5 w-px bg-line-strong" />
      <h1 className="text-sm font-medium max-sm:sr-only">{title}</h1>
      {beside}
      <span className="ml-auto flex items-center gap-2">
        {actions}
        <PageLinks except={path} />
        <ThemeSelect />
        <SignOutButton />
        {primary !== undefined && (
          <>
            <span aria-hidden className="mx-1 h-5 w-px bg-line-strong" />
            {primary}
          </>
        )}
      </span>
    </header>
  );
}
