import { classNames } from "@/components/ui/class-names";
import type { HeaderValue } from "@/lib/protocol/header-set";
import { shortFingerprint } from "@/lib/run/header-cell-text";
import { headerExplanation } from "@/lib/run/header-explanations";
import type { HopChange } from "@/lib/run/header-hop-cause";
import type { HopCell, HopRow } from "@/lib/run/header-hops";

const looks: Readonly<Record<HopChange, { glyph: string; words: string; className: string }>> = {
  same: { glyph: "·", words: "there", className: "font-bold text-header-same-text" },
  renamed: { glyph: "Aa", words: "there, its name in another case", className: "text-subtle" },
  absent: { glyph: "", words: "not there", className: "" },
  added: { glyph: "+", words: "added here", className: "bg-header-added-soft text-header-added-text" },
  changed: {
    glyph: "≠",
    words: "another value",
    className: "bg-header-changed-soft text-header-changed-text",
  },
  missing: {
    glyph: "–",
    words: "missing",
    className:
      "bg-header-missing-soft text-header-missing-text outline-1 outline-dashed -outline-offset-2 outline-header-missing",
  },
};

/** One header: its name over its value, and a sign per point. A value that changed on the way is shown each time. */
export function HopRowView({ row }: { row: HopRow }) {
  const spoken = row.cells.filter(({ change, lines }, index) => {
    const isFirstSeen = row.cells.findIndex((cell) => cell.lines !== null) === index;
    return lines !== null && (isFirstSeen || change === "changed" || change === "added");
  });
  return (
    <tr>
      <th scope="row" className="border-b px-3 py-1 text-left align-top font-normal">
        <span title={headerExplanation(row.key) ?? undefined} className="block truncate font-mono text-muted">
          {row.name}
        </span>
        {spoken.map((cell) => (
          <span key={cell.point} className="block font-mono break-all whitespace-pre-wrap text-ink">
            {spoken.length > 1 && <span className="text-subtle">{cell.point}: </span>}
            {cell.lines?.values.map((value, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: repeats of a header have no identity but their place
              <Value key={index} value={value} />
            ))}
          </span>
        ))}
      </th>
      {row.cells.map((cell) => (
        <Sign key={cell.point} cell={cell} name={row.name} />
      ))}
    </tr>
  );
}

function Value({ value }: { value: HeaderValue }) {
  return (
    <span className="block">
      {value.shown}
      {value.redacted && (
        <span title={`Fingerprint of the hidden value: ${value.fingerprint}`} className="text-subtle">
          {" "}
          #{shortFingerprint(value.fingerprint)}
        </span>
      )}
    </span>
  );
}

function Sign({ cell, name }: { cell: HopCell; name: string }) {
  const { glyph, words, className } = looks[cell.change];
  const spelled = cell.change === "renamed" ? `: ${cell.lines?.names.join(", ")}` : "";
  const sentence = `${name} at ${cell.point}: ${words}${spelled}`;
  return (
    <td title={sentence} className={classNames("border-b text-center font-mono", className)}>
      <span aria-hidden>{glyph}</span>
      <span className="sr-only">{words}</span>
    </td>
  );
}
