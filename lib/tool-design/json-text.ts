// How is JSON that somebody types read and changed without touching the rest of the text?
import {
  applyEdits,
  findNodeAtLocation,
  type JSONPath,
  modify,
  type ParseError,
  type ParseErrorCode,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";

export type TextProblem = {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly message: string;
};

/** @returns the value, or where the text stops being JSON */
export function readJson(text: string): { readonly value: unknown } | { readonly problem: TextProblem } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const found: ParseError[] = [];
    parseTree(text, found, { disallowComments: true, allowTrailingComma: false });
    const first = found[0];
    if (first === undefined) {
      return { problem: { from: 0, to: text.length, line: 1, message: String(error) } };
    }
    const from = Math.min(first.offset, text.length);
    const to = Math.min(from + Math.max(first.length, 1), text.length);
    return { problem: { from, to, line: lineOf(text, from), message: errorText(first.error) } };
  }
}

/** @returns the line a place of the text is on, counted from 1 */
export function lineOf(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}

/**
 * Changes one value in JSON text and leaves everything else, its layout included, as it was typed.
 *
 * @param value undefined takes the value out
 * @returns the text unchanged where it is no JSON
 */
export function setJson(text: string, path: JSONPath, value: unknown): string {
  if ("problem" in readJson(text)) return text;
  return applyEdits(
    text,
    modify(text, path, value, { formattingOptions: { insertSpaces: true, tabSize: 2 } }),
  );
}

/** @returns the text with the key of a member changed, its place and value kept */
export function renameJsonKey(text: string, path: JSONPath, name: string): string {
  const key = memberOf(text, path)?.children?.[0];
  if (key === undefined) return text;
  return text.slice(0, key.offset) + JSON.stringify(name) + text.slice(key.offset + key.length);
}

/** @returns where a member (its key included) or an item stands in the text; null where there is none */
export function placeOfJson(
  text: string,
  path: JSONPath,
): { readonly from: number; readonly to: number } | null {
  const tree = parseTree(text);
  const node = tree === undefined ? undefined : findNodeAtLocation(tree, path);
  if (node === undefined) return null;
  const key = node.parent?.type === "property" ? node.parent.children?.[0] : undefined;
  const shown = key ?? node;
  return { from: shown.offset, to: shown.offset + shown.length };
}

function memberOf(text: string, path: JSONPath) {
  const tree = parseTree(text);
  const parent = tree === undefined ? undefined : findNodeAtLocation(tree, path)?.parent;
  return parent?.type === "property" ? parent : undefined;
}

const words: Readonly<Record<string, string>> = {
  InvalidSymbol: "this is no JSON value: text stands in double quotes",
  InvalidNumberFormat: "this is no number",
  PropertyNameExpected: "a name in double quotes is missing here (or a comma is one too many)",
  ValueExpected: "a value is missing here (or a comma is one too many)",
  ColonExpected: "a colon is missing here",
  CommaExpected: "a comma is missing here",
  CloseBraceExpected: "a closing } is missing",
  CloseBracketExpected: "a closing ] is missing",
  EndOfFileExpected: "the JSON ended before this: take the rest out",
  InvalidCommentToken: "JSON has no comments",
  UnexpectedEndOfString: "the text is not closed: a double quote is missing",
  UnexpectedEndOfComment: "JSON has no comments",
  InvalidEscapeCharacter: "this escape is not one of JSON: write \\\\ for a backslash",
  InvalidCharacter: "this character must be escaped in JSON text",
};

function errorText(code: ParseErrorCode): string {
  const name = printParseErrorCode(code);
  return `This is not JSON: ${words[name] ?? name}`;
}
