// Where in the text of a schema is what is wrong with it?

import { placeOfJson, readJson } from "./json-text";
import type { Lint } from "./lint/lint";

export type TextMark = {
  readonly from: number;
  readonly to: number;
  readonly severity: "error" | "warning";
  readonly message: string;
};

/**
 * @param problem what the server found, if anything; a path in its words (`data/properties/city/type`) leads to the place
 * @returns a mark at the first place that is no JSON, else one for the problem and each lint that has a place
 */
export function schemaMarks(
  text: string,
  problem: { readonly message: string } | undefined,
  lints: readonly Lint[],
): TextMark[] {
  const read = readJson(text);
  if ("problem" in read) return [{ ...read.problem, severity: "error" }];
  const marks = lints.flatMap((lint) => lintMark(text, lint));
  if (problem === undefined) return marks;
  const pointer = /\bdata((?:\/[^\s,]+)*)/.exec(problem.message)?.[1] ?? "";
  const path = pointer.split("/").slice(1).map(unescaped);
  const place = placeOfJson(text, path) ?? { from: 0, to: Math.min(1, text.length) };
  return [{ ...place, severity: "error", message: problem.message }, ...marks];
}

/** Hints are told beside the editor only: a text full of marks is not read. */
function lintMark(text: string, { severity, field, path, message, reason }: Lint): TextMark[] {
  if (field !== "inputSchema" || severity === "hint" || path === undefined || path.length === 0) return [];
  const place = placeOfJson(text, [...path]);
  return place === null ? [] : [{ ...place, severity, message: `${message} ${reason}` }];
}

function unescaped(part: string): string | number {
  const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
  return /^\d+$/.test(name) ? Number(name) : name;
}
