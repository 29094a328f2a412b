import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";

/** A titled part of an inspector view, with a button that copies it. */
export function Part({
  title,
  copy,
  children,
}: {
  title: string;
  copy?: (() => string) | undefined;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="border-b px-3 py-2.5 last:border-b-0">
      <div className="mb-1 flex h-6 items-center justify-between">
        <h3 className="text-xs font-medium text-subtle">{title}</h3>
        {copy !== undefined && <CopyButton text={copy} label={`Copy ${title.toLowerCase()}`} />}
      </div>
      {children}
    </section>
  );
}
