// Which events does a text become that arrives piece by piece?

import { piecesOf } from "./pieces";
import { aroundPiece, type DeltaKind, type DeltaRun, type Frame, type StreamPart } from "./stream-part";

export const textDelta: DeltaKind = { type: "text_delta", field: "text", kind: "text" };
export const thinkingDelta: DeltaKind = { type: "thinking_delta", field: "thinking", kind: "text" };
export const inputDelta: DeltaKind = { type: "input_json_delta", field: "partial_json", kind: "tool-input" };

/** Every event of a stream, one by one. */
export function framesOf(parts: readonly StreamPart[]): readonly Frame[] {
  return parts.flatMap((part) => ("delta" in part ? deltaFrames(part, piecesOf(part.text)) : part));
}

/** One event for each piece of a run, however it has been taken to pieces. */
export function deltaFrames(run: DeltaRun, pieces: readonly string[]): Frame[] {
  const { head, tail } = aroundPiece(run);
  return pieces.map((piece) => ({
    text: head + JSON.stringify(piece).slice(1, -1) + tail,
    tokens: piece.length * run.tokensPerLetter,
    kind: run.delta.kind,
  }));
}
