// What does a header check say to a program?
import { linesText } from "@/lib/run/header-cell-text";
import type { HeaderBreak } from "@/lib/run/header-check/header-verdict";
import { headerFix, headerVerdictText } from "@/lib/run/header-check/verdict-text";
import type { CheckedCell } from "./carried-out";
import { exitCodeOf, outcomeOf } from "./check-outcome";
import type { ExpectedHeader } from "./expected-headers";

/** @param startedAt ISO 8601. @returns a value for JSON; values of headers are in it only as a run may show them */
export function jsonReport(
  checked: readonly CheckedCell[],
  expected: readonly ExpectedHeader[],
  { target, startedAt }: { readonly target: string; readonly startedAt: string },
) {
  return {
    version: 1,
    startedAt,
    target,
    exitCode: exitCodeOf(checked),
    expect: expected.map(({ name, origin }) => ({ name, value: origin })),
    cells: checked.map((each) => ({ ...placeOf(each), ...resultOf(each) })),
  };
}

function placeOf({ cell: { id, engine, sdkVersion, labels, kind, route } }: CheckedCell) {
  return { id, engine, version: sdkVersion ?? labels.version, kind, route };
}

function resultOf(checked: CheckedCell) {
  const { cell, verdict, durationMs } = checked;
  const outcome = outcomeOf(checked);
  if (verdict === null) {
    return { outcome, reason: cell.status === "not-applicable" ? cell.reason : "not tried any more" };
  }
  const { requests, seenUpTo, unseen, error, followUp } = verdict;
  const headers = verdict.headers.map((header) => ({
    name: header.name,
    fate: header.fate,
    text: headerVerdictText(header, verdict),
    fix: headerFix(header),
    ...(header.carriedBy === null ? {} : { carriedBy: header.carriedBy }),
    breaks: header.breaks.map(breakOf),
  }));
  return {
    outcome,
    durationMs: Math.round(durationMs),
    requests,
    seenUpTo,
    unseen,
    error,
    followUp,
    headers,
  };
}

function breakOf({ number, requestId, kind, fate, from, point, found, cause }: HeaderBreak) {
  return {
    request: number,
    requestId,
    kind,
    fate,
    from,
    point,
    found: found === null ? null : linesText(found),
    cause,
  };
}
