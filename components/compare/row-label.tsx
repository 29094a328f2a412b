import type { ReactNode } from "react";

/** What a row is about; it stays in sight while the columns scroll. */
export function RowLabel({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <th
      scope="row"
      title={title}
      className="sticky left-0 z-10 border-r border-b bg-panel px-3 py-1 text-left align-top font-normal text-muted"
    >
      {children}
    </th>
  );
}
