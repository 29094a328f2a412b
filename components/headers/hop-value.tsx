import { classNames } from "@/components/ui/class-names";
import type { HeaderValue } from "@/lib/protocol/header-set";
import { type CellTone, shortFingerprint } from "@/lib/run/header-cell-text";
import type { HopCell, HopRow } from "@/lib/run/header-hops";
import { toneLooks } from "./cell-looks";

/** One header at one point: its lines as they stood there, and who changed them since the point before. */
export function HopValue({
  row,
  cell,
  hidesSpelling,
}: {
  row: HopRow;
  cell: HopCell;
  /** Whether the point shows neither case nor order. */
  hidesSpelling: boolean;
}) {
  const { lines, change, cause, point } = cell;
  const tone = toneOf(cell);
  const cameFrom =
    cause === null ? "" : `${cause.by}: ${cause.why}${cause.fix === null ? "" : ` ${cause.fix}`}`;
  return (
    <td
      data-point={point}
      data-change={change}
      className={classNames(
        "border-b px-2 py-1 align-top",
        tone !== "quiet" && tone !== "same" && toneLooks[tone],
      )}
    >
      {lines !== null && (
        <ul>
          {lines.values.map((value, index) => (
            <Line
              key={lines.places[index]}
              value={value}
              name={hidesSpelling || lines.names[index] === row.name ? null : (lines.names[index] ?? null)}
              place={point === "asked" || hidesSpelling ? null : (lines.places[index] ?? null)}
              isQuiet={change === "same" && point !== "asked"}
            />
          ))}
        </ul>
      )}
      {cause !== null && (
        <span title={cameFrom} className={classNames("block text-2xs", cause.intended ? "text-subtle" : "")}>
          {changeWords[change]} {lowerFirst(cause.by)}
          {!cause.intended && `. ${cause.why}`}
        </span>
      )}
    </td>
  );
}

/** `name` is given where it is not the one at the head of the row. */
function Line({
  value,
  name,
  place,
  isQuiet,
}: {
  value: HeaderValue;
  name: string | null;
  place: number | null;
  isQuiet: boolean;
}) {
  const shown = value.shown === "" ? "(empty)" : value.shown;
  return (
    <li title={name === null ? shown : `${name}: ${shown}`} className="flex min-w-0 gap-1.5 font-mono">
      {place !== null && (
        <span className="w-5 shrink-0 text-right text-2xs leading-4 text-subtle tabular-nums">{place}</span>
      )}
      <span
        className={classNames(
          "line-clamp-3 min-w-0 break-all whitespace-pre-wrap",
          isQuiet ? "text-subtle" : "text-ink",
        )}
      >
        {name !== null && <span className="text-muted">{name}: </span>}
        {shown}
        {value.redacted && (
          <span title={`Fingerprint of the hidden value: ${value.fingerprint}`} className="text-subtle">
            {" "}
            #{shortFingerprint(value.fingerprint)}
          </span>
        )}
      </span>
    </li>
  );
}

const changeWords: Readonly<Record<HopCell["change"], string>> = {
  same: "",
  absent: "",
  added: "+ added by",
  missing: "– taken out by",
  changed: "≠ changed by",
  renamed: "Aa renamed by",
};

function toneOf({ change, cause }: HopCell): CellTone {
  if (change === "missing") return cause?.intended === true ? "quiet" : "missing";
  if (change === "changed") return cause?.intended === true ? "quiet" : "changed";
  return "quiet";
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
