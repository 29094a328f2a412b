// Where in the list of input examples is what is wrong with one?
import { placeOfJson, readJson } from "./json-text";
import type { TextMark } from "./schema-marks";

/** @param problems what the server found; those of examples are at `inputExamples.N` */
export function exampleMarks(
  text: string,
  problems: readonly { readonly field: string; readonly message: string }[],
): TextMark[] {
  if (text.trim() === "") return [];
  const read = readJson(text);
  if ("problem" in read) return [{ ...read.problem, severity: "error" }];
  return problems.flatMap(({ field, message }) => {
    const index = /^inputExamples\.(\d+)/.exec(field)?.[1];
    const place = index === undefined ? null : placeOfJson(text, [Number(index)]);
    return place === null ? [] : [{ ...place, severity: "error" as const, message }];
  });
}
