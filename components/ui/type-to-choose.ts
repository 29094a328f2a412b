// Which option do letters mean that are typed on a closed select?

/** So long a pause between two letters begins another word, in milliseconds. */
const pauseMs = 1_000;

/** Remembers what was typed: each letter goes on with the word before it. */
export class TypedLetters {
  #text = "";
  #at = 0;

  isOpen(at: number): boolean {
    return this.#text !== "" && at - this.#at < pauseMs;
  }

  add(letter: string, at: number): string {
    this.#text = this.isOpen(at) ? this.#text + letter : letter;
    this.#at = at;
    return this.#text;
  }
}

/** The same letter again goes to the next of its options; a word stays where it fits already. */
export function optionForLetters(labels: readonly string[], current: number, typed: string): number {
  const first = typed[0] ?? "";
  const wanted = [...typed].every((letter) => letter === first) ? first : typed;
  const from = wanted.length === 1 ? current + 1 : Math.max(current, 0);
  const places = labels.map((_, step) => (from + step) % labels.length);
  const fits = (place: number) => labels[place]?.toLowerCase().startsWith(wanted.toLowerCase()) === true;
  return places.find(fits) ?? -1;
}
