// What does a header check say to a CI server that reads JUnit?

import { headerVerdictText } from "@/lib/run/header-check/verdict-text";
import type { CheckedCell } from "./carried-out";
import { notShownText, outcomeOf } from "./check-outcome";
import { fixText, placeText } from "./check-table";

type Tag = "failure" | "error" | "skipped";
type Case = {
  readonly place: string;
  readonly name: string;
  readonly seconds: number;
  readonly tag?: Tag;
  readonly text?: string;
};

/**
 * One test case per cell and expected header. Format: the schema of the Jenkins xUnit plugin, which GitHub, GitLab and
 * Jenkins read.
 *
 * @param startedAt ISO 8601
 */
export function junitReport(
  checked: readonly CheckedCell[],
  names: readonly string[],
  startedAt: string,
): string {
  const cases = checked.flatMap((each) => names.map((name) => caseOf(each, name)));
  const count = (tag: Tag) => cases.filter((each) => each.tag === tag).length;
  const seconds = checked.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1_000;
  const counts = `tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}"`;
  const head = `name="check:headers" ${counts} skipped="${count("skipped")}" time="${seconds.toFixed(3)}" timestamp="${escaped(startedAt)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite ${head}>`,
    ...cases.map(caseText),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function caseOf(checked: CheckedCell, name: string): Case {
  const { cell, verdict, durationMs } = checked;
  const base = { place: placeText(checked), name, seconds: durationMs / 1_000 };
  if (verdict === null) {
    const text = cell.status === "not-applicable" ? cell.reason : "Not tried any more.";
    return { ...base, tag: "skipped", text };
  }
  const header = verdict.headers.find((each) => each.name === name);
  if (header !== undefined && header.fate !== "arrived")
    return { ...base, tag: "failure", text: `${headerVerdictText(header, verdict)}${fixText(header)}` };
  const isShown = ["kept", "broken"].includes(outcomeOf(checked)) && verdict.error === null;
  return isShown ? base : { ...base, tag: "error", text: notShownText(verdict) };
}

function caseText({ place, name, seconds, tag, text = "" }: Case): string {
  const open = `    <testcase classname="${escaped(place)}" name="${escaped(name)}" time="${seconds.toFixed(3)}"`;
  if (tag === undefined) return `${open}/>`;
  const [first = ""] = text.split("\n");
  const inside =
    tag === "skipped"
      ? `<skipped message="${escaped(first)}"/>`
      : `<${tag} type="${tag === "failure" ? "expectation" : "run"}" message="${escaped(first)}">${escaped(text)}</${tag}>`;
  return `${open}>${inside}</testcase>`;
}

/** What XML 1.0 cannot hold at all becomes U+FFFD. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
