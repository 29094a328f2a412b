// What do the events of a text have in common, so that it need not be written for each?

import { pieceLengths } from "./pieces";
import { aroundPiece, type DeltaRun } from "./stream-part";

/** One event for each of the lengths, with blanks for the letters of its piece. */
export type Sheet = {
  readonly head: string;
  readonly tail: string;
  readonly bytes: Buffer;
  /** Where each event starts, and at last where the sheet ends. */
  readonly starts: readonly number[];
};

/** By block index and kind: blocks are few, and replies many. */
const kept = new Map<string, Sheet>();
const mostKept = 100;

export function sheetFor(run: DeltaRun): Sheet {
  const name = `${run.index} ${run.delta.type}`;
  const known = kept.get(name);
  if (known !== undefined) return known;
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? "");
  const made = sheetOf(run);
  kept.set(name, made);
  return made;
}

function sheetOf(run: DeltaRun): Sheet {
  const { head, tail } = aroundPiece(run);
  const starts = [0];
  let text = "";
  for (const length of pieceLengths) {
    text += head + " ".repeat(length) + tail;
    starts.push(text.length);
  }
  return { head, tail, bytes: Buffer.from(text, "latin1"), starts };
}
