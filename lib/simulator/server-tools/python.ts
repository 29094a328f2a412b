// What does a small piece of Python print: arithmetic, assignments and `print`, and nothing else?

import { PythonError, type Token, tokensOf } from "./python-tokens";
import { asNumber, builtins, numberValue, type PythonValue, reckon, shown } from "./python-values";

export type Printed = { readonly stdout: string; readonly stderr: string; readonly returnCode: number };

const longestProgram = 10_000;
const deepestNesting = 100;

/** Runs line by line; what it does not know ends it with an error that says so, as an exception ends Python. */
export function runPython(program: string): Printed {
  const variables = new Map<string, PythonValue>();
  const printed: string[] = [];
  try {
    if (program.length > longestProgram) throw notHere(`programs of more than ${longestProgram} characters`);
    for (const line of program.split(/\n|;(?=(?:[^"']|"[^"]*"|'[^']*')*$)/u))
      runLine(line, variables, printed);
    return { stdout: printed.join(""), stderr: "", returnCode: 0 };
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    return { stdout: printed.join(""), stderr: `${error.message}\n`, returnCode: 1 };
  }
}

function runLine(line: string, variables: Map<string, PythonValue>, printed: string[]): void {
  const tokens = tokensOf(line);
  const [first, second] = tokens;
  if (first === undefined) return;
  if (first.kind === "name" && isSign(second, "=")) {
    variables.set(first.value, valueOfTokens(tokens.slice(2), variables));
    return;
  }
  if (first.kind === "name" && first.value === "print") {
    const reader = readerOf(tokens.slice(1), variables);
    const values = reader.list("(", ")", 0);
    reader.end();
    printed.push(`${values.map((value) => shown(value)).join(" ")}\n`);
    return;
  }
  valueOfTokens(tokens, variables);
}

function valueOfTokens(tokens: readonly Token[], variables: ReadonlyMap<string, PythonValue>): PythonValue {
  const reader = readerOf(tokens, variables);
  const value = reader.sum(0);
  reader.end();
  return value;
}

/** Reads by descent: sums of products of powers of what stands alone or in brackets. */
function readerOf(tokens: readonly Token[], variables: ReadonlyMap<string, PythonValue>) {
  let at = 0;
  const takeSign = (...signs: readonly string[]): string | undefined => {
    const token = tokens[at];
    if (token?.kind !== "sign" || !signs.includes(token.value)) return undefined;
    at += 1;
    return token.value;
  };

  function chain(signs: readonly string[], part: (depth: number) => PythonValue, depth: number): PythonValue {
    let value = part(depth);
    for (let sign = takeSign(...signs); sign !== undefined; sign = takeSign(...signs))
      value = reckon(sign, value, part(depth));
    return value;
  }
  const sum = (depth: number): PythonValue => {
    if (depth > deepestNesting) throw notHere("expressions nested this deep");
    return chain(["+", "-"], product, depth + 1);
  };
  const product = (depth: number): PythonValue => chain(["*", "/", "//", "%"], signed, depth);

  function signed(depth: number): PythonValue {
    if (takeSign("+") !== undefined) return signed(depth);
    if (takeSign("-") !== undefined) return reckon("-", numberValue(0, false), signed(depth));
    const base = single(depth);
    return takeSign("**") === undefined ? base : reckon("**", asNumber(base, "**"), signed(depth));
  }

  function list(opening: string, closing: string, depth: number): readonly PythonValue[] {
    if (takeSign(opening) === undefined) throw new PythonError(`SyntaxError: expected '${opening}'`);
    const items: PythonValue[] = [];
    while (takeSign(closing) === undefined) {
      items.push(sum(depth));
      if (takeSign(",") === undefined && !isSign(tokens[at], closing))
        throw new PythonError(`SyntaxError: expected '${closing}'`);
    }
    return items;
  }

  function single(depth: number): PythonValue {
    const token = tokens[at];
    if (isSign(token, "[")) return { type: "list", items: list("[", "]", depth) };
    if (isSign(token, "(")) {
      const [value, ...others] = list("(", ")", depth);
      if (value === undefined || others.length > 0) throw notHere("tuples");
      return value;
    }
    at += 1;
    if (token?.kind === "number") return numberValue(token.value, token.isFloat);
    if (token?.kind === "text") return { type: "str", value: token.value };
    if (token?.kind !== "name") throw new PythonError("SyntaxError: invalid syntax");
    const builtin = isSign(tokens[at], "(") ? builtins.get(token.value) : undefined;
    if (builtin !== undefined) return builtin(list("(", ")", depth));
    const known = variables.get(token.value);
    if (known === undefined) throw notHere(`'${token.value}'`);
    return known;
  }

  return {
    sum,
    list,
    end() {
      if (at < tokens.length) throw notHere("what stands after the expression");
    },
  };
}

function isSign(token: Token | undefined, sign: string): boolean {
  return token?.kind === "sign" && token.value === sign;
}

function notHere(what: string): PythonError {
  return new PythonError(
    `NotImplementedError: the simulator runs arithmetic, assignments and print() only, not ${what}`,
  );
}
