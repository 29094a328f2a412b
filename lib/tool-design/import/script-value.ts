// What does an expression of JavaScript say: literals, objects, lists, chains of calls?
import type { TokenReader } from "./token-reader";
import { skipBrackets } from "./token-reader";

export type ScriptValue =
  | { readonly kind: "plain"; readonly value: string | number | boolean | null }
  | { readonly kind: "regex"; readonly source: string }
  | { readonly kind: "list"; readonly items: readonly ScriptValue[] }
  | { readonly kind: "object"; readonly fields: ReadonlyMap<string, ScriptValue> }
  /** `z.string().min(1)`: names from left to right, those that were called with their arguments. */
  | { readonly kind: "chain"; readonly links: readonly ScriptLink[] }
  /** A function, or what else has no value here. */
  | { readonly kind: "other" };

export type ScriptLink = { readonly name: string; readonly args: readonly ScriptValue[] | null };

/** @throws ImportProblem where the source is no expression */
export function readValue(reader: TokenReader): ScriptValue {
  const value = readOperand(reader);
  // `as const`, `satisfies T`, `!`: types say nothing about the value.
  while (reader.is("as") || reader.is("satisfies")) {
    reader.take();
    while (![",", ";", ")", "]", "}"].includes(reader.peek().value) && reader.peek().kind !== "end") {
      if (["{", "[", "("].includes(reader.peek().value)) skipBrackets(reader);
      else reader.take();
    }
  }
  if (value.kind === "plain" && typeof value.value === "string" && reader.is("+")) {
    reader.take();
    const rest = readValue(reader);
    if (rest.kind === "plain") return { kind: "plain", value: `${value.value}${rest.value}` };
  }
  return value;
}

function readOperand(reader: TokenReader): ScriptValue {
  const { kind, value } = reader.peek();
  if (kind === "text") return { kind: "plain", value: reader.take().value };
  if (kind === "number") return { kind: "plain", value: Number(reader.take().value.replaceAll(/[_n]/g, "")) };
  if (kind === "regex") return { kind: "regex", source: regexSource(reader.take().value) };
  if (value === "-" || value === "+") {
    reader.take();
    const operand = readOperand(reader);
    const sign = value === "-" ? -1 : 1;
    return operand.kind === "plain"
      ? { kind: "plain", value: sign * Number(operand.value) }
      : { kind: "other" };
  }
  if (value === "[") return { kind: "list", items: readItems(reader, "[", "]") };
  if (value === "{") return { kind: "object", fields: readFields(reader) };
  if (isFunction(reader)) return skipFunction(reader);
  if (value === "(") {
    reader.take();
    const inner = readValue(reader);
    reader.expect(")");
    return inner;
  }
  if (kind !== "name") return reader.fail("a value");
  return readChain(reader);
}

const words: Readonly<Record<string, boolean | null>> = {
  true: true,
  false: false,
  null: null,
  undefined: null,
};

function readChain(reader: TokenReader): ScriptValue {
  reader.takeIf("new");
  reader.takeIf("await");
  const first = reader.take().value;
  if (Object.hasOwn(words, first) && !reader.is(".")) return { kind: "plain", value: words[first] ?? null };
  const links: ScriptLink[] = [{ name: first, args: null }];
  for (;;) {
    if (reader.takeIf(".") || reader.takeIf("?.")) {
      const { kind, value } = reader.take();
      if (kind !== "name") reader.fail("a name");
      links.push({ name: value, args: null });
    } else if (reader.is("<")) skipTypeArguments(reader);
    else if (reader.is("(")) {
      const called = links.pop();
      links.push({ name: called?.name ?? "", args: readItems(reader, "(", ")") });
    } else return { kind: "chain", links };
  }
}

function readItems(reader: TokenReader, open: string, close: string): ScriptValue[] {
  const items: ScriptValue[] = [];
  reader.expect(open);
  while (!reader.takeIf(close)) {
    reader.takeIf("...");
    items.push(readValue(reader));
    if (!reader.is(close)) reader.expect(",");
  }
  return items;
}

function readFields(reader: TokenReader): Map<string, ScriptValue> {
  const fields = new Map<string, ScriptValue>();
  reader.expect("{");
  while (!reader.takeIf("}")) {
    if (reader.takeIf("...")) {
      const spread = readValue(reader);
      if (spread.kind === "object") for (const [name, value] of spread.fields) fields.set(name, value);
    } else readField(reader, fields);
    if (!reader.is("}")) reader.expect(",");
  }
  return fields;
}

function readField(reader: TokenReader, fields: Map<string, ScriptValue>): void {
  if (reader.is("async") && reader.peek(1).kind === "name") reader.take();
  const { kind, value } = reader.take();
  if (kind !== "name" && kind !== "text" && kind !== "number") reader.fail("the name of a field");
  if (reader.takeIf(":")) fields.set(value, readValue(reader));
  else if (reader.is("(")) {
    skipBrackets(reader);
    while (!reader.is("{") && reader.peek().kind !== "end") reader.take();
    skipBrackets(reader);
    fields.set(value, { kind: "other" });
  } else fields.set(value, { kind: "chain", links: [{ name: value, args: null }] });
}

function isFunction(reader: TokenReader): boolean {
  if (reader.is("function")) return true;
  if (reader.is("async")) return true;
  if (reader.peek().kind === "name" && reader.peek(1).value === "=>") return true;
  if (!reader.is("(")) return false;
  const place = reader.place();
  skipBrackets(reader);
  const isArrow = reader.is("=>") || reader.is(":");
  reader.goTo(place);
  return isArrow;
}

/** Its body is not read: what a tool does is written anew. */
function skipFunction(reader: TokenReader): ScriptValue {
  while (!["{", "=>"].includes(reader.peek().value) && reader.peek().kind !== "end") {
    if (reader.is("(")) skipBrackets(reader);
    else reader.take();
  }
  if (reader.takeIf("=>") && !reader.is("{")) {
    while (![",", ";", ")", "]", "}"].includes(reader.peek().value) && reader.peek().kind !== "end") {
      if (["{", "[", "("].includes(reader.peek().value)) skipBrackets(reader);
      else reader.take();
    }
  } else if (reader.is("{")) skipBrackets(reader);
  return { kind: "other" };
}

function skipTypeArguments(reader: TokenReader): void {
  let depth = 0;
  do {
    const { kind, value } = reader.take();
    if (kind === "end") reader.fail('">"');
    if (value === "<") depth += 1;
    if (value === ">") depth -= 1;
  } while (depth > 0);
}

function regexSource(literal: string): string {
  return literal.slice(1, literal.lastIndexOf("/"));
}
