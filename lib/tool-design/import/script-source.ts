// Which functions, types and values does a source in JavaScript or TypeScript declare?
import type { JsonObject } from "@/lib/protocol/json-object";
import { readMembers, readType, type TypesDeclared } from "./script-types";
import { readValue, type ScriptValue } from "./script-value";
import { skipBrackets, type TokenReader } from "./token-reader";

export type ScriptFunction = {
  readonly name: string;
  readonly comment: string;
  /** Where its parameters begin: they are read once all types are known. */
  readonly place: number;
};

export type ScriptSource = {
  readonly functions: readonly ScriptFunction[];
  readonly types: TypesDeclared;
  readonly declared: ReadonlyMap<string, ScriptValue>;
  /** Values that stand alone, with the name they are given, if any. */
  readonly values: readonly { readonly name: string | null; readonly value: ScriptValue }[];
};

/** @throws ImportProblem at the first line that cannot be read */
export function readScript(reader: TokenReader): ScriptSource {
  const functions: ScriptFunction[] = [];
  const types = new Map<string, (depth: number) => JsonObject>();
  const declared = new Map<string, ScriptValue>();
  const values: { name: string | null; value: ScriptValue }[] = [];

  const later = (read: (depth: number) => JsonObject) => {
    const place = reader.place();
    return (depth: number) => {
      const back = reader.place();
      reader.goTo(place);
      const schema = read(depth);
      reader.goTo(back);
      return schema;
    };
  };
  const context = (depth: number) => ({ types, notes: [], depth });

  const readDeclaration = (comment: string) => {
    reader.take();
    const name = reader.take().value;
    if (reader.takeIf(":")) readType(reader, context(0));
    if (!reader.takeIf("=")) return;
    if (startsFunction(reader)) {
      functions.push({ name, comment, place: reader.place() });
      readValue(reader);
      return;
    }
    const value = readValue(reader);
    declared.set(name, value);
    values.push({ name, value });
  };

  while (reader.peek().kind !== "end") {
    const comment = reader.comment();
    while (["export", "default", "declare", "abstract"].some((word) => reader.is(word))) reader.take();
    if (reader.is("import")) {
      while (reader.peek().kind !== "text" && reader.peek().kind !== "end") reader.take();
      reader.take();
    } else if (reader.is("interface")) {
      reader.take();
      const name = reader.take().value;
      while (!reader.is("{") && reader.peek().kind !== "end") reader.take();
      types.set(
        name,
        later((depth) => readMembers(reader, context(depth))),
      );
      skipBrackets(reader);
    } else if (reader.is("type") && reader.peek(1).kind === "name" && reader.peek(2).value === "=") {
      reader.take();
      const name = reader.take().value;
      reader.take();
      types.set(
        name,
        later((depth) => readType(reader, context(depth))),
      );
      readType(reader, context(0));
    } else if (reader.is("enum") && reader.peek(1).kind === "name") {
      reader.take();
      const name = reader.take().value;
      const members = readEnum(reader);
      types.set(name, () => ({ enum: members }));
    } else if (["const", "let", "var"].some((word) => reader.is(word))) readDeclaration(comment);
    else if (reader.is("function") || (reader.is("async") && reader.peek(1).value === "function")) {
      reader.takeIf("async");
      reader.take();
      const name = reader.peek().kind === "name" ? reader.take().value : "my_tool";
      functions.push({ name, comment, place: reader.place() });
      skipToBody(reader);
    } else if (reader.peek().kind === "mark" && !"{[(".includes(reader.peek().value)) reader.take();
    else if (startsFunction(reader)) {
      functions.push({ name: "my_tool", comment, place: reader.place() });
      readValue(reader);
    } else values.push({ name: null, value: readValue(reader) });
  }
  return { functions, types, declared, values };
}

function startsFunction(reader: TokenReader): boolean {
  if (reader.is("async") || reader.is("function")) return true;
  if (reader.peek().kind === "name" && reader.peek(1).value === "=>") return true;
  if (!reader.is("(")) return false;
  const place = reader.place();
  skipBrackets(reader);
  const found = reader.is("=>") || reader.is(":");
  reader.goTo(place);
  return found;
}

/** A signature without a body (`declare function`, an overload) ends where its line does. */
function skipToBody(reader: TokenReader): void {
  while (!reader.is("(") && reader.peek().kind !== "end") reader.take();
  skipBrackets(reader);
  if (reader.takeIf(":")) readType(reader, { types: new Map(), notes: [], depth: 0 });
  if (reader.is("{")) skipBrackets(reader);
}

function readEnum(reader: TokenReader): unknown[] {
  const members: unknown[] = [];
  reader.expect("{");
  while (!reader.takeIf("}")) {
    reader.take();
    const value = reader.takeIf("=") ? readValue(reader) : null;
    members.push(value?.kind === "plain" ? value.value : members.length);
    if (!reader.is("}")) reader.expect(",");
  }
  return members;
}
