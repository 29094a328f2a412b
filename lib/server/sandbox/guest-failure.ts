// What does a failure inside the sandbox say to the model and to the tool's author?
import type { QuickJSContext, QuickJSHandle } from "quickjs-emscripten-core";

const mostCharacters = 4_000;

/** @returns `"TypeError: x is not a function (line 3)"`, or what was thrown where it was no error */
export function failureText(context: QuickJSContext, thrown: QuickJSHandle): string {
  if (context.typeof(thrown) !== "object") return withoutExcess(`Error: ${primitiveText(context, thrown)}`);
  const text = (name: string) => stringProperty(context, thrown, name);
  const message = text("message");
  if (message === null) return withoutExcess(`Error: ${jsonText(context, thrown)}`);
  if (message === "out of memory") return memoryText;
  const line = lineOf(text("stack") ?? "");
  const where = line === null ? "" : ` (line ${line})`;
  return withoutExcess(
    `${text("name") ?? "Error"}: ${message || "the tool failed and did not say why"}${where}`,
  );
}

export const memoryText =
  "Error: the tool needed more than the 64 MB of memory a call may have. Work on less at a time.";

/** @returns the first line of the user's source that a stack names */
export function lineOf(stack: string): number | null {
  const found = /tool\.js:(\d+)/.exec(stack)?.[1];
  return found === undefined ? null : Number(found);
}

function stringProperty(context: QuickJSContext, thrown: QuickJSHandle, name: string): string | null {
  const value = context.getProp(thrown, name);
  return context.typeof(value) === "string" ? context.getString(value) : null;
}

function primitiveText(context: QuickJSContext, thrown: QuickJSHandle): string {
  const text = context.typeof(thrown) === "symbol" ? "a symbol" : context.getString(thrown);
  return text === "" ? "the tool failed and did not say why" : text;
}

/** By the interpreter's own writer: a deep value read piece by piece would exhaust the stack out here. */
function jsonText(context: QuickJSContext, thrown: QuickJSHandle): string {
  const json = context.getProp(context.global, "JSON");
  const written = context.callFunction(context.getProp(json, "stringify"), context.undefined, thrown);
  if (written.error !== undefined || context.typeof(written.value) !== "string")
    return "the tool threw an object that cannot be written as JSON";
  return context.getString(written.value);
}

function withoutExcess(text: string): string {
  return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters)} … (cut)`;
}
