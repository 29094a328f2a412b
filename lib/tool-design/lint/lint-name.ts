// What is to be said about the name of a tool?
import { itemName } from "../item-name";
import { freeName } from "../new-tool";
import type { OwnItem, ToolItem } from "../tool-item";
import type { Lint } from "./lint";

/** Names of tools whose calls the provider answers; a tool of one's own beside them is taken for one of them. */
const providersNames = new Set([
  "web_search",
  "web_fetch",
  "code_execution",
  "computer",
  "browser",
  "memory",
  "advisor",
]);
const vagueNames = /^(my_?tool|tool|run|do|call|execute|function|test|helper|api)(_?\d+)?$/i;

export function lintName(tool: OwnItem, set: readonly ToolItem[]): Lint[] {
  const { name } = tool;
  const others = set.filter(({ id }) => id !== tool.id).map(itemName);
  const rename = (to: string) => ({
    title: `Rename to ${to}`,
    apply: (each: OwnItem): OwnItem => ({ ...each, name: to }),
  });
  const lints: Lint[] = [];
  const add = (lint: Omit<Lint, "field">) => lints.push({ field: "name", ...lint });
  if (!/^[a-zA-Z0-9_-]*$/.test(name) || name === "") {
    add({
      code: "name-pattern",
      severity: "error",
      message:
        name === ""
          ? "The tool has no name."
          : `"${name.slice(0, 60)}" holds characters a name must not have.`,
      reason:
        "The API takes letters, digits, underscores and hyphens, and refuses the whole request otherwise.",
      fix: rename(freeName(plainName(name), others)),
    });
  } else if (name.length > 64) {
    add({
      code: "name-long",
      severity: "error",
      message: `The name has ${name.length} characters.`,
      reason: "64 are sure to be taken: the documentation says 64, some versions of the API take 128.",
      fix: rename(freeName(name.slice(0, 64), others)),
    });
  }
  if (others.includes(name)) {
    add({
      code: "name-taken",
      severity: "error",
      message: `Another tool of the set is called ${name} too.`,
      reason: "Tool names must be unique: the API refuses the request.",
      fix: rename(freeName(name, [...others, name])),
    });
  } else {
    const like = others.find((other) => plain(other) === plain(name));
    if (like !== undefined && name !== "") {
      add({
        code: "name-alike",
        severity: "warning",
        message: `${name} and ${like} differ only in how they are written.`,
        reason: "A model mixes such names up. Say in the name what sets the tools apart.",
      });
    }
  }
  if (providersNames.has(name)) {
    add({
      code: "name-reserved",
      severity: "warning",
      message: `${name} is the name of a tool of the provider's own.`,
      reason:
        "The model knows that tool and calls yours as if it were that one; beside the provider's, the request is refused.",
      fix: rename(freeName(`my_${name}`, others)),
    });
  }
  if (vagueNames.test(name)) {
    add({
      code: "name-vague",
      severity: "hint",
      message: `${name} does not say what the tool does.`,
      reason: "A model chooses by name first. A verb and its object work best: get_weather, search_orders.",
    });
  }
  return lints;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

/** @returns a name the API takes, made of this text */
export function plainName(text: string): string {
  const ascii = text.normalize("NFKD").replaceAll(/[\u0300-\u036f]/g, "");
  const name = ascii
    .trim()
    .replaceAll(/[^a-zA-Z0-9_-]+/g, "_")
    .replaceAll(/^_+|_+$/g, "")
    .slice(0, 64);
  return name === "" ? "my_tool" : name;
}
