// In which pieces does the input of a tool call arrive?

/**
 * The JSON text of an object, one piece for each key with its value, and one for what closes it. Text that was cut keeps
 * what there is of the last.
 */
export function fieldPieces(text: string): string[] {
  const ends: number[] = [];
  let depth = 0;
  let isString = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (isString) {
      if (letter === "\\") at += 1;
      else if (letter === '"') isString = false;
    } else if (letter === '"') isString = true;
    else if (letter === "{" || letter === "[") depth += 1;
    else if (letter === "}" || letter === "]") {
      depth -= 1;
      if (depth === 0) ends.push(at);
    } else if (letter === "," && depth === 1) ends.push(at);
  }
  ends.push(text.length);
  return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end)).filter((piece) => piece !== "");
}
