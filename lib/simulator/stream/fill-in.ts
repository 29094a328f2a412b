// How are the letters of a text put into the events that carry them?

import { endOfPiece, pieceLengths, shortestPiece } from "./pieces";
import { type Sheet, sheetFor } from "./sheet";
import type { DeltaRun } from "./stream-part";

/** Room for events, and how to write several letters at once into it. */
export type Memory = { readonly bytes: Buffer<ArrayBuffer>; readonly view: DataView };

/** How far the pieces of a text have been written. */
export type Filling = {
  readonly text: string;
  /** One byte a letter, for copying those that are plain. */
  readonly letters: DataView;
  readonly sheet: Sheet;
  /** The first letter that is not written yet. */
  at: number;
  /** Which of the lengths the next piece has. */
  turn: number;
  /** The first letter from `at` on that is not plain. */
  oddAt: number;
};

/** What JSON or UTF-8 writes as something else than one byte of the same number. */
const notPlain = /[^ !#-[\]-~]/g;
const mostBytesOfLetter = 6;
const mostLettersOfPiece = Math.max(...pieceLengths) + 1;

export function fillingOf(run: DeltaRun): Filling {
  const { text } = run;
  return {
    text,
    letters: viewOf(Buffer.from(text, "latin1")),
    sheet: sheetFor(run),
    at: 0,
    turn: 0,
    oddAt: nextOdd(text, 0),
  };
}

/**
 * Writes events as long as there is text and room for a whole sheet of them. Plain letters go into copies of the sheet,
 * many events at a time; only a piece with a letter that is not plain is written by itself.
 *
 * @returns where the next byte goes
 */
export function fillIn(filling: Filling, memory: Memory, from: number): number {
  const { text, sheet } = filling;
  const last = memory.bytes.length - sheet.bytes.length - mostLettersOfPiece * mostBytesOfLetter;
  let written = from;
  while (filling.at < text.length && written <= last) {
    const until = plainUntil(filling);
    written =
      until > filling.turn ? fillPlain(filling, until, memory, written) : fillOdd(filling, memory, written);
    filling.turn %= pieceLengths.length;
  }
  return written;
}

/** How far in the cycle pieces are whole and plain; a letter that is not plain right behind one may belong to it. */
function plainUntil({ text, at, turn, oddAt }: Filling): number {
  const limit = Math.min(oddAt - 1, text.length);
  let until = turn;
  for (let end = at; until < pieceLengths.length; until++) {
    end += pieceLengths[until] ?? 0;
    if (end > limit) break;
  }
  return until;
}

function fillPlain(filling: Filling, until: number, { bytes, view }: Memory, from: number): number {
  const { letters, sheet } = filling;
  const first = sheet.starts[filling.turn] ?? 0;
  const last = sheet.starts[until] ?? 0;
  sheet.bytes.copy(bytes, from, first, last);
  let at = filling.at;
  for (let piece = filling.turn; piece < until; piece++) {
    const place = from + (sheet.starts[piece] ?? 0) - first + sheet.head.length;
    const length = pieceLengths[piece] ?? 0;
    // Four letters at a time, the last four ending where the piece does.
    const lastFour = length - shortestPiece;
    for (let done = 0; done < lastFour; done += shortestPiece)
      view.setUint32(place + done, letters.getUint32(at + done));
    view.setUint32(place + lastFour, letters.getUint32(at + lastFour));
    at += length;
  }
  filling.at = at;
  filling.turn = until;
  return from + last - first;
}

function fillOdd(filling: Filling, { bytes }: Memory, from: number): number {
  const { text, sheet, at, turn } = filling;
  const end = endOfPiece(text, at, turn);
  filling.at = end;
  filling.turn = turn + 1;
  if (filling.oddAt < end) filling.oddAt = nextOdd(text, end);
  return from + bytes.write(sheet.head + JSON.stringify(text.slice(at, end)).slice(1, -1) + sheet.tail, from);
}

function nextOdd(text: string, from: number): number {
  notPlain.lastIndex = from;
  return notPlain.exec(text)?.index ?? Number.POSITIVE_INFINITY;
}

export function viewOf({ buffer, byteOffset, byteLength }: Buffer): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
