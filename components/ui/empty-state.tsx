import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** Says plainly that there is nothing here, why, and what to do. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
  className,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <div
      className={classNames(
        "flex h-full flex-col items-center justify-center gap-1 p-8 text-center",
        className,
      )}
    >
      {icon && <div className="mb-2 text-subtle [&_svg]:size-6">{icon}</div>}
      <p className="font-medium">{title}</p>
      {children && <div className="max-w-96 text-balance text-sm text-muted">{children}</div>}
      {actions && <div className="mt-3 flex gap-2">{actions}</div>}
    </div>
  );
}
