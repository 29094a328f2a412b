import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** The top row of a pane: its title, then its buttons. 36 px, like the tab list beside it. */
export function PanelHeader({
  title,
  actions,
  className,
  children,
}: {
  title: ReactNode;
  actions?: ReactNode;
  className?: string;
  children?: ReactNode;
}) {
  return (
    <header className={classNames("flex h-9 shrink-0 items-center gap-2 border-b pr-1.5 pl-3", className)}>
      <h2 className="min-w-0 truncate text-sm font-medium">{title}</h2>
      {children}
      {actions && <div className="ml-auto flex shrink-0 items-center gap-0.5">{actions}</div>}
    </header>
  );
}
