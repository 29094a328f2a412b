// Are the regular expressions of a schema valid, and do they end in time?
import { analyse } from "scslre";
import { setJson } from "../json-text";
import type { OwnItem } from "../tool-item";
import type { Lint } from "./lint";
import { withText } from "./lint-schema";
import { own, type Path, pathText, placesOf } from "./schema-places";

/** In a file of its own: what analyses patterns is loaded when there is one. */
export function lintPatterns(tool: OwnItem): Lint[] {
  return placesOf(tool).flatMap(({ schema, path }) => {
    const pattern = own(schema, "pattern");
    return typeof pattern === "string" ? lintPattern(pattern, [...path, "pattern"]) : [];
  });
}

function lintPattern(pattern: string, path: Path): Lint[] {
  const base = { severity: "error", field: "inputSchema", path } as const;
  const place = pathText(path.slice(0, -1));
  try {
    new RegExp(pattern, "u");
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return [
      {
        ...base,
        code: "pattern-invalid",
        message: `The pattern of "${place}" is no regular expression.`,
        reason: `${why}. The API refuses the schema.`,
        fix: { title: "Take it out", apply: withText((text) => setJson(text, [...path], undefined)) },
      },
    ];
  }
  const report = slowReport(pattern);
  if (report === null) return [];
  return [
    {
      ...base,
      code: "pattern-slow",
      severity: report.exponential ? "error" : "hint",
      message: `The pattern of "${place}" takes ${report.exponential ? "exponential" : "more than linear"} time on some texts.`,
      reason: `Many "${report.character}" in a row keep it busy: the check of an input is given up after 100 ms, and whoever else checks it may hang.`,
      ...(report.better !== null && { fix: replaced(report.better, path) }),
    },
  ];
}

function replaced(better: string, path: Path) {
  return {
    title: `Replace it by ${better.length > 40 ? "one that does not" : better}`,
    apply: withText((text: string) => setJson(text, [...path], better)),
  };
}

function slowReport(pattern: string) {
  try {
    const { reports } = analyse({ source: pattern, flags: "u" });
    const worst = reports.find(({ exponential }) => exponential) ?? reports[0];
    if (worst === undefined) return null;
    const { exponential, character } = worst;
    return { exponential, character: character.pick, better: worst.fix()?.source ?? null };
  } catch {
    // What the analysis cannot read is left to the time limit of the check.
    return null;
  }
}
