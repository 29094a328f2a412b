"use client";
import { ChevronRight } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { classNames } from "./class-names";

/** A titled part that folds. Uncontrolled with `defaultOpen`, or controlled with `open` and `onOpenChange`. */
export function CollapsibleSection({
  title,
  summary,
  open,
  defaultOpen = true,
  onOpenChange,
  actions,
  className,
  children,
}: {
  title: ReactNode;
  /** What the part says in short; it stands at the end of the title row. */
  summary?: ReactNode;
  open?: boolean;
  defaultOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Buttons at the end of the title row. */
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const [ownOpen, setOwnOpen] = useState(defaultOpen);
  const contentId = useId();
  const isOpen = open ?? ownOpen;
  const toggle = () => {
    setOwnOpen(!isOpen);
    onOpenChange?.(!isOpen);
  };
  return (
    <div className={classNames("min-w-0", className)}>
      <div className="flex h-8 items-center gap-1 pr-3">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? contentId : undefined}
          data-state={isOpen ? "open" : "closed"}
          onClick={toggle}
          className="focus-inset group flex h-full min-w-0 flex-1 items-center gap-1.5 pl-2 text-left"
        >
          <ChevronRight
            className="size-3.5 shrink-0 text-subtle transition-transform group-data-[state=open]:rotate-90"
            aria-hidden
          />
          <span className="shrink-0 text-sm font-medium">{title}</span>
          {summary !== undefined && (
            <span className="ml-auto min-w-0 truncate pl-3 text-xs text-subtle">{summary}</span>
          )}
        </button>
        {actions}
      </div>
      {isOpen && <div id={contentId}>{children}</div>}
    </div>
  );
}
