"use client";
import { classNames } from "@/components/ui/class-names";
import { CopyButton } from "@/components/ui/copy-button";
import { Cell, DataTable, HeadCell } from "@/components/ui/data-table";
import { shortFingerprint } from "@/lib/run/header-cell-text";
import { headerExplanation } from "@/lib/run/header-explanations";
import { type HopCell, type HopChange, headerHops } from "@/lib/run/header-hops";
import { pointsOf } from "@/lib/run/header-lookup";
import type { ProviderRequest } from "@/lib/run/run";
import { headerText } from "./header-text";

const looks: Readonly<Record<HopChange, string>> = {
  same: "",
  absent: "text-subtle",
  added: "bg-header-added-soft text-header-added-text",
  changed: "bg-header-changed-soft text-header-changed-text",
  renamed: "",
  missing:
    "bg-header-missing-soft text-header-missing-text outline-1 outline-dashed -outline-offset-2 outline-header-missing",
};

const marks: Readonly<Record<HopChange, string>> = {
  same: "",
  absent: "",
  added: "+ ",
  changed: "≠ ",
  renamed: "",
  missing: "– missing",
};

/** Every header of one request at every point it was observed at, side by side. */
export function HopTable({ request }: { request: ProviderRequest }) {
  const points = pointsOf(request);
  const furthest = points.at(-1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
    <section aria-label="Request headers" tabIndex={0} className="focus-inset h-full overflow-auto">
      <DataTable className="text-xs">
        <thead>
          <tr>
            <HeadCell className="left-0 z-20 border-r">
              <span className="flex items-center justify-between gap-2">
                Header
                <CopyButton
                  text={() => headerText(furthest === undefined ? [] : (request.headerSets[furthest] ?? []))}
                  label={`Copy headers at ${furthest}`}
                />
              </span>
            </HeadCell>
            {points.map((point) => (
              <HeadCell key={point}>at {point}</HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {headerHops(request).map((row) => (
            <tr key={row.key}>
              <th
                scope="row"
                title={headerExplanation(row.key) ?? row.name}
                className="sticky left-0 z-10 h-7 max-w-48 truncate border-r border-b bg-panel px-3 font-mono font-normal"
              >
                {row.name}
              </th>
              {row.cells.map((cell) => (
                <HopCellView key={cell.point} cell={cell} isFirst={cell.point === points[0]} />
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}

/** Only what differs from the point before is spelled out. */
function HopCellView({ cell, isFirst }: { cell: HopCell; isFirst: boolean }) {
  const isQuiet = !isFirst && (cell.change === "same" || cell.change === "renamed");
  return (
    <Cell className={classNames("max-w-64 align-top", looks[cell.change])}>
      <span className="block py-1 font-mono leading-[1.125rem] break-all">
        {isQuiet ? (
          <span
            role="img"
            aria-label={cell.change === "same" ? "same" : `same value, as ${cell.lines?.names.join(", ")}`}
            title={cell.lines?.values.map((value) => value.shown).join(", ")}
            className="text-header-same-text"
          >
            ·{cell.change === "renamed" && <span className="text-2xs"> Aa</span>}
          </span>
        ) : (
          <>
            {marks[cell.change]}
            <Values cell={cell} />
          </>
        )}
      </span>
    </Cell>
  );
}

function Values({ cell }: { cell: HopCell }) {
  return cell.lines?.values.map((value, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: repeats of a header have no identity but their place
    <span key={index} className={index > 0 ? "block" : undefined}>
      {value.shown}
      {value.redacted && (
        <span title={`Fingerprint of the hidden value: ${value.fingerprint}`} className="text-subtle">
          {" "}
          #{shortFingerprint(value.fingerprint)}
        </span>
      )}
    </span>
  ));
}
