"use client";
import { ChevronRight } from "lucide-react";
import { classNames } from "@/components/ui/class-names";

/** The title of some rows. With `onToggle` it opens and closes them; `note` says in short what they hold. */
export function GroupRow({
  title,
  note,
  span,
  open,
  onToggle,
}: {
  title: string;
  note?: string;
  span: number;
  open?: boolean;
  onToggle?: () => void;
}) {
  const text = (
    <>
      <span className="font-medium text-ink">{title}</span>
      {note !== undefined && <span className="text-subtle">{note}</span>}
    </>
  );
  return (
    <tr>
      <th scope="rowgroup" colSpan={span} className="h-8 border-b bg-sunken p-0 text-left font-normal">
        {onToggle === undefined ? (
          <span className="sticky left-0 inline-flex items-center gap-2 px-3">{text}</span>
        ) : (
          <button
            type="button"
            data-row-toggle
            aria-expanded={open}
            onClick={onToggle}
            className="focus-inset sticky left-0 inline-flex h-8 items-center gap-2 pr-3 pl-2 text-left"
          >
            <ChevronRight
              aria-hidden
              className={classNames(
                "size-3.5 text-subtle transition-transform",
                open === true && "rotate-90",
              )}
            />
            {text}
          </button>
        )}
      </th>
    </tr>
  );
}
