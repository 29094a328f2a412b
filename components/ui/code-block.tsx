"use client";
import { WrapText } from "lucide-react";
import { useState } from "react";
import { classNames } from "./class-names";
import { CopyButton } from "./copy-button";
import { IconButton } from "./icon-button";

/** Text as it is, in mono. `label` names it for the scroll region and the copy button. */
export function CodeBlock({
  text,
  label,
  wrap: initialWrap = false,
  maxHeight = "24rem",
  className,
}: {
  text: string;
  label: string;
  wrap?: boolean;
  maxHeight?: string;
  className?: string;
}) {
  const [wrap, setWrap] = useState(initialWrap);
  return (
    <div className={classNames("group relative rounded-md border bg-sunken", className)}>
      <div className="absolute top-1 right-1 z-10 flex gap-0.5 rounded-md bg-sunken">
        <IconButton label="Wrap lines" size="sm" pressed={wrap} onClick={() => setWrap(!wrap)}>
          <WrapText aria-hidden />
        </IconButton>
        <CopyButton text={text} label={`Copy ${label}`} />
      </div>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
        tabIndex={0}
        aria-label={label}
        style={{ maxHeight }}
        className="focus-inset overflow-auto rounded-md p-2 pr-16"
      >
        <pre className={wrap ? "whitespace-pre-wrap break-words" : "w-fit whitespace-pre"}>{text}</pre>
      </section>
    </div>
  );
}
