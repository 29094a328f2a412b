// What does JSON text say so far when it was cut off in the middle?

/**
 * Completes cut JSON text: drops the unfinished piece at its end and closes what is open, as the SDK's tolerant parser
 * does, so that a cut tool call reads the same streamed and not.
 *
 * @param text a beginning of compact JSON text that starts with `{`
 */
export function valueOfCutJson(text: string): unknown {
  const open: string[] = [];
  let whole = { end: 0, open: [] as readonly string[] };
  const keep = (end: number) => {
    whole = { end, open: [...open] };
  };
  let at = 0;
  while (at < text.length) {
    const char = text[at] ?? "";
    if (char === "{" || char === "[") {
      open.push(char === "{" ? "}" : "]");
      at += 1;
      keep(at);
    } else if (char === "}" || char === "]") {
      open.pop();
      at += 1;
      keep(at);
    } else if (char === "," || char === ":" || char === " ") {
      at += 1;
    } else {
      const scalar = scalarAt(text, at);
      if (scalar.end === undefined) break;
      const isKey =
        char === '"' && open.at(-1) === "}" && /[{,]\s*$/.test(text.slice(Math.max(0, at - 8), at));
      at = scalar.end;
      if (!isKey) keep(at);
    }
  }
  if (whole.end === 0) return {};
  return JSON.parse(text.slice(0, whole.end) + [...whole.open].reverse().join(""));
}

const scalar = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null/y;

function scalarAt(text: string, at: number): { end: number | undefined } {
  scalar.lastIndex = at;
  const match = scalar.exec(text);
  if (match === null) return { end: undefined };
  const end = at + match[0].length;
  const mayGoOn = /^[-\d]/.test(match[0]) && end === text.length;
  return { end: mayGoOn ? undefined : end };
}
