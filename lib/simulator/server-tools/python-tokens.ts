// Into which tokens does a line of the small Python fall?

export type Token =
  | { readonly kind: "number"; readonly value: number; readonly isFloat: boolean }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "name" | "sign"; readonly value: string };

export class PythonError extends Error {}

const pattern =
  /\s*(?:(?<number>\d[\d_]*\.?\d*(?:e[+-]?\d+)?|\.\d+)|(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<name>[A-Za-z_]\w*)|(?<sign>\*\*|\/\/|==|!=|<=|>=|[-+*/%(),[\]=<>]))/iuy;

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t" };

/** Throws a PythonError at what is no token. */
export function tokensOf(line: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const rest = () => line.slice(at).trim();
  while (rest() !== "" && !rest().startsWith("#")) {
    pattern.lastIndex = at;
    const groups = pattern.exec(line)?.groups;
    if (groups === undefined)
      throw new PythonError(`SyntaxError: invalid syntax at '${rest().slice(0, 20)}'`);
    at = pattern.lastIndex;
    tokens.push(tokenOf(groups));
  }
  return tokens;
}

function tokenOf({ number, text, name, sign }: Readonly<Record<string, string | undefined>>): Token {
  if (number !== undefined)
    return {
      kind: "number",
      value: Number(number.replaceAll("_", "")),
      isFloat: /[.e]/i.test(number),
    };
  if (text !== undefined) {
    const value = text.slice(1, -1).replace(/\\(.)/gu, (_, letter: string) => escapes[letter] ?? letter);
    return { kind: "text", value };
  }
  return name === undefined ? { kind: "sign", value: sign ?? "" } : { kind: "name", value: name };
}
