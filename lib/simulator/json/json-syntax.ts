// Where does a text stop being JSON?

const space = /[ \t\n\r]*/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** What may come next: a value, the name of a field, a colon, or what follows a value; at first also an end. */
type Expected = "value" | "first" | "name" | "first-name" | "colon" | "end";

/**
 * The index of the first character that cannot stand where it does; the length of the text where it merely ends too
 * early, or is JSON. Brackets are expected to be nested no deeper than memory allows: nothing here calls itself.
 */
export function firstMisplaced(text: string): number {
  const open: string[] = [];
  let expected: Expected = "value";
  let at = after(space, text, 0);
  for (; at < text.length; at = after(space, text, at)) {
    const character = text[at] ?? "";
    const closer = open.at(-1);
    const isName: boolean = expected === "name" || expected === "first-name";
    const mayClose = expected === "end" || expected === "first" || expected === "first-name";
    if (mayClose && closer === character) {
      open.pop();
      expected = "end";
      at += 1;
    } else if (expected === "end") {
      if (character !== "," || closer === undefined) return at;
      expected = closer === "}" ? "name" : "value";
      at += 1;
    } else if (expected === "colon") {
      if (character !== ":") return at;
      expected = "value";
      at += 1;
    } else if (character === '"') {
      const end = endOfString(text, at + 1);
      if (text[end] !== '"') return end;
      expected = isName ? "colon" : "end";
      at = end + 1;
    } else if (isName) return at;
    else if (character === "{" || character === "[") {
      open.push(character === "{" ? "}" : "]");
      expected = character === "{" ? "first-name" : "first";
      at += 1;
    } else {
      const end = after(scalar, text, at);
      if (end === at) return at;
      expected = "end";
      at = end;
    }
  }
  return text.length;
}

/** The closing quote, or the first character that no string may hold. */
function endOfString(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '"' && text.charCodeAt(at) >= 0x20) {
    if (text[at] !== "\\") at += 1;
    else {
      const end = after(escaped, text, at);
      if (end === at) return at;
      at = end;
    }
  }
  return at;
}

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
