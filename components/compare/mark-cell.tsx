import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { CompareMark } from "@/lib/run/compare-mark";

const looks: Readonly<Record<CompareMark, { glyph: string; words: string; className: string }>> = {
  same: { glyph: "·", words: "same", className: "text-header-same-text" },
  absent: { glyph: "", words: "not there", className: "" },
  nothing: { glyph: "", words: "no such request", className: "bg-sunken" },
  unobserved: { glyph: "?", words: "not observed at this point", className: "text-subtle" },
  renamed: { glyph: "Aa", words: "in another case", className: "text-subtle" },
  changed: { glyph: "≠", words: "differs", className: "bg-header-changed-soft text-header-changed-text" },
  added: { glyph: "+", words: "only here", className: "bg-header-added-soft text-header-added-text" },
  missing: {
    glyph: "–",
    words: "missing",
    className:
      "bg-header-missing-soft text-header-missing-text outline-1 outline-dashed -outline-offset-2 outline-header-missing",
  },
};

/**
 * How one run stands in one row: a sign and, where it says more, the value. The column the others are compared with
 * has no sign.
 */
export function MarkCell({
  mark,
  isReference,
  quiet = false,
  children,
}: {
  mark: CompareMark;
  isReference: boolean;
  /** True where the rows below say what differs: the sign alone will do. */
  quiet?: boolean;
  children?: ReactNode;
}) {
  const { glyph, words, className } = looks[mark];
  const signless = isReference || mark === "nothing" || mark === "absent";
  return (
    <td
      data-mark={isReference ? "reference" : mark}
      className={classNames(
        "border-r border-b px-2 py-1 align-top last:border-r-0",
        (!isReference || mark === "nothing") && (quiet && mark === "changed" ? "text-subtle" : className),
      )}
    >
      <span className="flex gap-1.5">
        {!signless && (
          <span aria-hidden className="w-3.5 shrink-0 text-center font-mono font-semibold">
            {glyph}
          </span>
        )}
        {!isReference && <span className="sr-only">{words}</span>}
        {children !== undefined && <span className="min-w-0 flex-1">{children}</span>}
        {children === undefined && mark === "missing" && !isReference && <span aria-hidden>missing</span>}
      </span>
    </td>
  );
}
