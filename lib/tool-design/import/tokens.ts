// Which words does a piece of source consist of, in JavaScript, TypeScript or Python?

export type Token = {
  readonly kind: "name" | "text" | "number" | "regex" | "mark" | "comment" | "end";
  /** For text its value, for a comment what it says, else as written. */
  readonly value: string;
  readonly line: number;
  /** Columns before it, where it is the first of its line: Python goes by them. */
  readonly indent: number | null;
};

export class ImportProblem extends Error {
  override readonly name = "ImportProblem";
}

const patterns: readonly (readonly [Token["kind"] | "space", RegExp])[] = [
  ["space", /[ \t\r\f\v]+/y],
  ["space", /\n/y],
  ["space", /\\\r?\n/y],
  ["comment", /\/\*[\s\S]*?\*\//y],
  ["comment", /\/\/[^\n]*/y],
  ["text", /[rRbBuUfF]{0,2}("""[\s\S]*?"""|'''[\s\S]*?''')/y],
  ["text", /[rRbBuUfF]{0,2}("(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*')/y],
  ["text", /`(?:[^`\\]|\\[\s\S])*`/y],
  ["number", /0[xX][\da-fA-F_]+|\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?n?|\.\d+/y],
  ["name", /[\p{L}_$][\p{L}\p{N}_$]*/uy],
  ["mark", /=>|->|\.\.\.|\*\*|\?\.|\?\?|&&|\|\||[{}()[\]<>,;:.?|&=!+\-*/@%~^]/y],
];

/** Characters: more is no longer a signature but a program. */
const mostCharacters = 400_000;

/** @throws ImportProblem naming the line of what is none of the three languages */
export function tokensOf(source: string, language: "script" | "python"): Token[] {
  if (source.length > mostCharacters)
    throw new ImportProblem("This is too long to be read as source: paste the part that defines the tool.");
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;
  let indent: number | null = 0;
  const last = () => tokens.findLast(({ kind }) => kind !== "comment");
  while (at < source.length) {
    const [kind, text] = next(source, at, language, last());
    if (kind === undefined)
      throw new ImportProblem(`Line ${line} cannot be read: ${JSON.stringify(source.slice(at, at + 20))}.`);
    if (kind === "space") {
      if (text.includes("\n")) indent = 0;
      else if (indent !== null) indent = text.length;
    } else {
      tokens.push({ kind, value: valueOfToken(kind, text), line, indent });
      indent = null;
    }
    line += text.split("\n").length - 1;
    at += text.length;
  }
  tokens.push({ kind: "end", value: "", line, indent: 0 });
  return tokens;
}

function next(
  source: string,
  at: number,
  language: string,
  before: Token | undefined,
): [Token["kind"] | "space" | undefined, string] {
  if (language === "python" && source[at] === "#")
    return ["comment", /[^\n]*/.exec(source.slice(at))?.[0] ?? ""];
  // A slash begins a regular expression where a value is due.
  const dueValue = before === undefined || (before.kind === "mark" && !")]}".includes(before.value));
  if (language === "script" && dueValue && source[at] === "/" && !"/*".includes(source[at + 1] ?? "")) {
    const regex = /^\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/.exec(
      source.slice(at, at + 5_000),
    )?.[0];
    if (regex !== undefined) return ["regex", regex];
  }
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0];
    const foreign = language === "python" && kind === "comment";
    if (found !== undefined && !foreign) return [kind, found];
  }
  return [undefined, ""];
}

function valueOfToken(kind: Token["kind"], text: string): string {
  if (kind === "text") return textValue(text);
  return kind === "comment" ? commentText(text) : text;
}

function textValue(written: string): string {
  const prefix = /^[a-zA-Z]*/.exec(written)?.[0] ?? "";
  const body = written.slice(prefix.length);
  const quotes = /^("""|''')/.test(body) ? 3 : 1;
  const inner = body.slice(quotes, -quotes);
  if (/r/i.test(prefix)) return inner;
  const escapes: Readonly<Record<string, string>> = {
    n: "\n",
    t: "\t",
    r: "\r",
    b: "\b",
    f: "\f",
    "0": "\0",
    "\n": "",
  };
  return inner.replaceAll(
    /\\(u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|[\s\S])/g,
    (_, sequence: string) => {
      const code = /^[ux]\{?([\da-fA-F]+)/.exec(sequence)?.[1];
      const point = code === undefined ? Number.NaN : Number.parseInt(code, 16);
      return point <= 0x10_ff_ff ? String.fromCodePoint(point) : (escapes[sequence] ?? sequence);
    },
  );
}

/** What a comment says, without its marks; a JSDoc keeps its lines. */
function commentText(text: string): string {
  if (!text.startsWith("/*")) return text.replace(/^(\/\/+|#+)\s?/, "");
  return text
    .replace(/^\/\*+/, "")
    .replace(/\*+\/$/, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\*\s?/, "").trimEnd())
    .join("\n")
    .trim();
}
