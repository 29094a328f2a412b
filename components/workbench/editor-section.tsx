import type { ReactNode } from "react";

/** A titled part of the editor; `actions` stand at the end of its title row. */
export function EditorSection({
  title,
  actions,
  children,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <div className="flex min-h-7 items-center gap-2">
        <h2 className="text-sm font-medium">{title}</h2>
        {actions !== undefined && <div className="ml-auto flex items-center gap-1.5">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
