// How wide is a text in a drawing?

const narrow = /[\s.,:;'|!ijlIftr()[\]-]/;
const wide = /[mwMW%@&–—]/;
const upper = /[\p{Lu}]/u;
/** Han, kana, Hangul and emoji fill a whole square. */
const square = /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]|[\u{1f000}-\u{1faff}]/u;

/**
 * An estimate for Geist, a little on the wide side, so that what is laid out by it does not overlap.
 *
 * @param size font size in pixels
 * @returns pixels
 */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) {
    if (square.test(character)) ems += 1.05;
    else if (narrow.test(character)) ems += 0.36;
    else if (wide.test(character)) ems += 0.9;
    else ems += upper.test(character) ? 0.7 : 0.6;
  }
  return ems * size;
}

/** @returns the text, cut and ended with an ellipsis where it would be wider than `width` pixels */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join("")}…`, size) > width) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

/** Like `fitText`, but cut in the middle: long labels in a row often differ at their ends. */
export function fitLabel(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const tail: string[] = [];
  for (const character of [...text].reverse()) {
    if (textWidth(character + tail.join(""), size) > width * 0.35) break;
    tail.unshift(character);
  }
  const end = tail.join("").trimStart();
  return `${fitText(text, size, width - textWidth(end, size))}${end}`;
}

/** @returns at most `most` lines, broken at spaces; the last one is cut where the text goes on */
export function wrapText(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    const full = line !== "" && textWidth(longer, size) > width;
    if (full && lines.length + 1 < most) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line].map((each) => fitText(each, size, width));
}
