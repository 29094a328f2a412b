// How is a header check told to a person in a terminal?
import { checkRouteTitles, headerKindTitles } from "@/lib/run/header-check/check-choice";
import type { HeaderVerdict } from "@/lib/run/header-check/header-verdict";
import {
  followUpText,
  headerFateText,
  headerFix,
  headerVerdictText,
} from "@/lib/run/header-check/verdict-text";
import type { CheckedCell } from "./carried-out";
import { notShownText, outcomeOf } from "./check-outcome";
import type { ExpectedHeader } from "./expected-headers";

/** @returns the table, what is broken with its fix, and what else is worth knowing; ends with a line break */
export function checkTable(
  checked: readonly CheckedCell[],
  expected: readonly ExpectedHeader[],
  target: string,
): string {
  const names = expected.map(({ name }) => name);
  const head = ["engine", "SDK", "set in", "route", "requests", ...names];
  // What cannot be is no row of the table; the list below says why.
  const rows = checked.filter(({ cell }) => cell.status === "planned").map((each) => row(each, names));
  const blocks = [
    `Header check against ${target}`,
    aligned([head, ...rows]),
    section("Broken", grouped(checked, "✗", brokenTexts)),
    section(
      "Cannot be reached",
      grouped(checked, "✗", (each) => failureTexts(each, "unreachable")),
    ),
    section(
      "Not shown",
      grouped(checked, "?", (each) => failureTexts(each, "not-shown")),
    ),
    section("Left out", grouped(checked, "-", leftOutTexts)),
    section("Worth knowing", [...new Set(checked.flatMap(followUpTexts)), ...noteTexts(checked, expected)]),
    summary(checked),
  ];
  return `\n${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function row({ cell, verdict }: CheckedCell, names: readonly string[]): string[] {
  const { labels, kind, route } = cell;
  const place = [labels.engine, labels.version, headerKindTitles[kind], checkRouteTitles[route]];
  if (verdict === null) return [...place, "", ...names.map(() => "left out")];
  const texts = names.map((name) => {
    const header = verdict.headers.find((each) => each.name === name);
    if (header === undefined || (header.fate === "arrived" && verdict.fate === "failed"))
      return "? not shown";
    if (header.fate === "arrived") return verdict.unseen.length > 0 ? "? not shown" : "✓";
    return `✗ ${headerFateText(header, verdict.requests)}`;
  });
  return [...place, String(verdict.requests), ...texts];
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => `  ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd())
    .join("\n");
}

function section(title: string, texts: readonly string[]): string {
  return texts.length === 0 ? "" : [title, ...texts.map((text) => `  ${text}`)].join("\n");
}

/** @returns the cell in one line: `"Tool runner, SDK 1.13.0, default headers, through the gateway"` */
export function placeText({ cell: { engine, labels } }: CheckedCell): string {
  const version = engine === "ai-sdk" ? labels.version : `SDK ${labels.version}`;
  return `${labels.engine}, ${version}, ${lowerFirst(labels.kind)}, ${lowerFirst(labels.route)}`;
}

/** What is true of several cells is said once, under all their places. */
function grouped(
  checked: readonly CheckedCell[],
  mark: string,
  textsOf: (each: CheckedCell) => readonly string[],
): string[] {
  const places = new Map<string, string[]>();
  for (const each of checked)
    for (const text of textsOf(each)) places.set(text, [...(places.get(text) ?? []), placeText(each)]);
  return [...places].map(([text, found]) =>
    [...found.map((place) => `${mark} ${place}`), ...text.split("\n").map((line) => `    ${line}`)].join(
      "\n  ",
    ),
  );
}

function brokenTexts({ verdict }: CheckedCell): string[] {
  if (verdict === null) return [];
  return verdict.headers
    .filter(({ fate }) => fate !== "arrived")
    .map((header) => `${headerVerdictText(header, verdict)}${fixText(header)}`);
}

/** @returns the remedy on a line of its own, empty where there is none */
export function fixText(header: HeaderVerdict): string {
  const fix = headerFix(header);
  return fix === null ? "" : `\nFix: ${fix}`;
}

function failureTexts(checked: CheckedCell, wanted: "not-shown" | "unreachable"): string[] {
  const { verdict } = checked;
  return verdict !== null && outcomeOf(checked) === wanted ? [notShownText(verdict)] : [];
}

function leftOutTexts({ cell, verdict }: CheckedCell): string[] {
  if (verdict !== null) return [];
  return [cell.status === "not-applicable" ? cell.reason : "Not tried any more."];
}

function followUpTexts({ cell, verdict }: CheckedCell): string[] {
  const text = verdict?.followUp == null ? null : followUpText(verdict.followUp);
  return text === null ? [] : [`${cell.labels.engine}, SDK ${cell.labels.version}: ${lowerFirst(text)}`];
}

function noteTexts(checked: readonly CheckedCell[], expected: readonly ExpectedHeader[]): string[] {
  const madeUp = expected.filter(({ origin }) => origin === "made up").map(({ name }) => name);
  const isShort = checked.some(
    (each) => each.verdict?.seenUpTo === "wire" && outcomeOf(each) !== "unreachable",
  );
  return [
    ...(madeUp.length === 0
      ? []
      : [
          `Made-up values: ${madeUp.join(", ")}. Give real ones by --header name=value or --header-env name=VARIABLE.`,
        ]),
    ...(isShort
      ? [
          "Requests were seen up to the wire: this endpoint does not report what it received, as the simulator and the gateway do.",
        ]
      : []),
  ];
}

function summary(checked: readonly CheckedCell[]): string {
  const outcomes = checked.map(outcomeOf);
  const count = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length;
  const words = [
    ["kept", count("kept")],
    ["broken", count("broken")],
    ["not shown", count("not-shown")],
    ["unreachable", count("unreachable")],
    ["left out", count("left-out")],
  ] as const;
  return words
    .filter(([word, number]) => number > 0 || word === "kept")
    .map(([word, number]) => `${number} ${word}`)
    .join(", ");
}

function lowerFirst(text: string): string {
  return /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
