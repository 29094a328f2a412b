"use client";
import type { ReactNode } from "react";
import { StoreBanner } from "./store-banner";
import { Toasts } from "./toasts";

/** What every page but the playground stands in: as high as the window, with what has to be said wherever one is. */
export function PageFrame({
  title,
  topBar,
  children,
}: {
  title: string;
  topBar: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <title>{`${title} · Toolscope`}</title>
      <div className="flex h-dvh flex-col overflow-hidden">
        {topBar}
        <StoreBanner />
        {children}
      </div>
      <Toasts />
    </>
  );
}
