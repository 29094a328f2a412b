// Which values does the small Python have, how are they reckoned with, and how are they printed?

import { PythonError } from "./python-tokens";

export type PythonValue =
  | { readonly type: "int" | "float"; readonly value: number }
  | { readonly type: "str"; readonly value: string }
  | { readonly type: "list"; readonly items: readonly PythonValue[] };

type PythonNumber = Extract<PythonValue, { type: "int" | "float" }>;

export function numberValue(value: number, isFloat: boolean): PythonValue {
  if (!Number.isFinite(value)) throw new PythonError("OverflowError: the result is too large");
  if (!isFloat && !Number.isSafeInteger(value))
    throw new PythonError(
      `NotImplementedError: the simulator reckons with integers up to ${Number.MAX_SAFE_INTEGER} only`,
    );
  return { type: isFloat ? "float" : "int", value };
}

export function asNumber(value: PythonValue, operation: string): PythonNumber {
  if (value.type === "int" || value.type === "float") return value;
  throw new PythonError(`TypeError: unsupported operand type for ${operation}: '${value.type}'`);
}

export function reckon(sign: string, left: PythonValue, right: PythonValue): PythonValue {
  if (sign === "+" && left.type === "str" && right.type === "str")
    return { type: "str", value: left.value + right.value };
  if (sign === "*" && left.type === "str" && right.type === "int")
    return { type: "str", value: left.value.repeat(Math.min(Math.max(0, right.value), 1_000)) };
  const a = asNumber(left, sign);
  const b = asNumber(right, sign);
  if (["/", "//", "%"].includes(sign) && b.value === 0)
    throw new PythonError("ZeroDivisionError: division by zero");
  const isFloat = a.type === "float" || b.type === "float";
  return numberValue(
    resultOf(sign, a.value, b.value),
    isFloat || sign === "/" || (sign === "**" && b.value < 0),
  );
}

function resultOf(sign: string, a: number, b: number): number {
  switch (sign) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    case "//":
      return Math.floor(a / b);
    case "%":
      return a - b * Math.floor(a / b);
    case "**":
      return a ** b;
    default:
      throw new PythonError(`SyntaxError: invalid syntax at '${sign}'`);
  }
}

type Builtin = (args: readonly PythonValue[]) => PythonValue;

const numbersOf = (args: readonly PythonValue[], name: string) => {
  const [first] = args;
  const values = args.length === 1 && first?.type === "list" ? first.items : args;
  return values.map((value) => asNumber(value, `${name}()`));
};
const chosen =
  (name: string, choose: (...values: number[]) => number): Builtin =>
  (args) => {
    const values = numbersOf(args, name);
    const value = choose(...values.map((each) => each.value));
    return values.find((each) => each.value === value) ?? numberValue(value, false);
  };

/** The functions it knows. */
export const builtins: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ["abs", ([x]) => numberValue(Math.abs(one(x, "abs").value), x?.type === "float")],
  ["min", chosen("min", Math.min)],
  ["max", chosen("max", Math.max)],
  [
    "sum",
    (args) => {
      const values = numbersOf(args, "sum");
      return numberValue(
        values.reduce((total, { value }) => total + value, 0),
        values.some(({ type }) => type === "float"),
      );
    },
  ],
  [
    "round",
    ([x, places]) => {
      const factor = 10 ** (places === undefined ? 0 : one(places, "round").value);
      return numberValue(halfToEven(one(x, "round").value * factor) / factor, places !== undefined);
    },
  ],
  ["pow", ([x, y]) => reckon("**", one(x, "pow"), one(y, "pow"))],
  ["int", ([x]) => numberValue(Math.trunc(x?.type === "str" ? Number(x.value) : one(x, "int").value), false)],
  ["float", ([x]) => numberValue(x?.type === "str" ? Number(x.value) : one(x, "float").value, true)],
  ["str", ([x]) => ({ type: "str", value: x === undefined ? "" : shown(x) })],
  [
    "len",
    ([x]) =>
      numberValue(
        x?.type === "list" ? x.items.length : x?.type === "str" ? x.value.length : one(x, "len").value,
        false,
      ),
  ],
]);

function one(value: PythonValue | undefined, name: string): PythonNumber {
  if (value === undefined) throw new PythonError(`TypeError: ${name}() is missing an argument`);
  return asNumber(value, `${name}()`);
}

function halfToEven(value: number): number {
  const floor = Math.floor(value);
  return value - floor === 0.5 ? floor + (floor % 2 === 0 ? 0 : 1) : Math.round(value);
}

/** As `print` writes it; inside a list, strings are quoted. */
export function shown(value: PythonValue, isInside = false): string {
  switch (value.type) {
    case "int":
      return String(value.value);
    case "float":
      return Number.isInteger(value.value) && Math.abs(value.value) < 1e16
        ? value.value.toFixed(1)
        : String(value.value);
    case "str":
      return isInside ? `'${value.value}'` : value.value;
    case "list":
      return `[${value.items.map((item) => shown(item, true)).join(", ")}]`;
  }
}
