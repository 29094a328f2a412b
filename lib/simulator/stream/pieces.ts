// In which pieces does a text arrive?

import { seededRandom } from "../json/seed";

/** At least as many letters as are copied at a time. */
export const shortestPiece = 4;

const random = seededRandom("pieces");

/**
 * Letters of each piece, as of a few tokens; after these it begins again with the first. The same for every text, so that
 * what surrounds the pieces in their events can be kept and copied many events at a time.
 */
export const pieceLengths: readonly number[] = Array.from(
  { length: 64 },
  () => shortestPiece + Math.floor(random() * 10),
);

/** A text in pieces, never between the halves of a character. */
export function piecesOf(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = endOfPiece(text, at, found.length % pieceLengths.length);
    found.push(text.slice(at, end));
    at = end;
  }
  return found;
}

/** Where a piece ends that begins at `at`: one letter later where that is inside a character. @param turn which of the lengths */
export function endOfPiece(text: string, at: number, turn: number): number {
  const end = at + (pieceLengths[turn] ?? 1);
  const code = text.charCodeAt(end);
  return end + (code >= 0xdc00 && code <= 0xdfff ? 1 : 0);
}
