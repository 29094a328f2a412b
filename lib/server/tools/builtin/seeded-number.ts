// How does a tool make up a number that is the same for the same words?

/** @returns a number from 0 to below 1 that depends on nothing but the text (FNV-1a with a final mix) */
export function seededNumber(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** @returns a whole number from `least` to `most`, both included */
export function seededInteger(text: string, least: number, most: number): number {
  return least + Math.floor(seededNumber(text) * (most - least + 1));
}
