// Which events does a text become that arrives piece by piece?

import type { Frame } from "./message-frames";

export type DeltaKind = {
  readonly type: "text_delta" | "thinking_delta" | "input_json_delta";
  /** The field of the delta that holds the piece. */
  readonly field: "text" | "thinking" | "partial_json";
  readonly kind: Frame["kind"];
};

export const textDelta: DeltaKind = { type: "text_delta", field: "text", kind: "text" };
export const thinkingDelta: DeltaKind = { type: "thinking_delta", field: "thinking", kind: "text" };
export const inputDelta: DeltaKind = { type: "input_json_delta", field: "partial_json", kind: "tool-input" };

/**
 * One event for each piece. All but the piece is the same in each, so only the piece is made into JSON, and not even that
 * where the whole text needs no escapes: there are thousands.
 */
export function deltaFrames(
  index: number,
  { type, field, kind }: DeltaKind,
  pieces: readonly string[],
  tokensPerLetter: number,
): Frame[] {
  const before = `event: content_block_delta\ndata: {"type":"content_block_delta","index":${index},"delta":{"type":"${type}","${field}":`;
  const whole = pieces.join("");
  const isPlain = JSON.stringify(whole).length === whole.length + 2;
  return pieces.map((piece) => ({
    text: `${before}${isPlain ? `"${piece}"` : JSON.stringify(piece)}}}\n\n`,
    tokens: piece.length * tokensPerLetter,
    kind,
  }));
}

/** A text in pieces of a few tokens, never between the halves of a character. */
export function piecesOf(text: string, random: () => number): string[] {
  const found: string[] = [];
  let at = 0;
  while (at < text.length) {
    let end = at + 3 + Math.floor(random() * 12);
    if (isLowSurrogate(text.charCodeAt(end))) end += 1;
    found.push(text.slice(at, end));
    at = end;
  }
  return found;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
