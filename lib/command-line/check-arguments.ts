// What does the command line of a header check ask for?
import { parseArgs } from "node:util";
import { type HeaderEntry, headerEntrySchema } from "@/lib/protocol/header-entry";
import { headerNameProblem } from "@/lib/protocol/header-rules";
import { providerSchema } from "@/lib/protocol/run-request";
import {
  type CheckEngine,
  type CheckRoute,
  checkEngines,
  checkRoutes,
  type HeaderKind,
} from "@/lib/run/header-check/check-choice";
import { UsageError } from "./usage-error";

/** Where the expected headers can be put; the lab's other kinds are about headers of their own. */
const placeKinds = ["default", "per-request", "environment"] as const satisfies readonly HeaderKind[];
export type PlaceKind = (typeof placeKinds)[number];

export type CheckArguments = {
  readonly expect: readonly string[];
  readonly headers: readonly HeaderEntry[];
  readonly baseURL: string | null;
  readonly engines: readonly CheckEngine[];
  readonly sdkVersions: readonly string[];
  readonly kinds: readonly PlaceKind[];
  readonly routes: readonly CheckRoute[];
  readonly model: string | null;
  readonly stream: boolean;
  readonly json: string | null;
  readonly junit: string | null;
};

type Surroundings = {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Newest first. */
  readonly sdkVersions: readonly string[];
};

const options = {
  expect: { type: "string", multiple: true },
  header: { type: "string", multiple: true },
  "header-env": { type: "string", multiple: true },
  "base-url": { type: "string" },
  engine: { type: "string", multiple: true },
  sdk: { type: "string", multiple: true },
  kind: { type: "string", multiple: true },
  route: { type: "string", multiple: true },
  model: { type: "string" },
  "no-stream": { type: "boolean" },
  json: { type: "string" },
  junit: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/**
 * @returns null where only help is asked for
 * @throws UsageError naming the flag; it never repeats a value that could be a secret
 */
export function checkArguments(
  words: readonly string[],
  { variables, sdkVersions }: Surroundings,
): CheckArguments | null {
  const { values, positionals } = parsed(words);
  if (values.help === true) return null;
  if (positionals.length > 0)
    throw new UsageError(
      "There is a word without a flag before it. Quote a value with spaces, as in --header 'x-team=blue and green'.",
    );
  const baseURL = values["base-url"] === undefined ? null : checkedURL(values["base-url"]);
  const newest = sdkVersions.slice(0, 1);
  return {
    expect: expectedNames(values.expect ?? []),
    headers: [
      ...(values.header ?? []).map((text) => typedHeader(text)),
      ...(values["header-env"] ?? []).map((text) => headerOfVariable(text, variables)),
    ],
    baseURL,
    engines: chosen("--engine", values.engine, checkEngines, checkEngines),
    sdkVersions: chosen("--sdk", values.sdk?.map(newestNamed(newest)), sdkVersions, newest),
    kinds: chosen("--kind", values.kind, placeKinds, ["default"]),
    routes: chosen("--route", values.route, checkRoutes, [baseURL === null ? "gateway" : "direct"]),
    model: notEmpty("--model", values.model),
    stream: values["no-stream"] !== true,
    json: notEmpty("--json", values.json),
    junit: notEmpty("--junit", values.junit),
  };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [first = ""] = message.split(/\. |\n/);
    throw new UsageError(`${first.replace(/\.$/, "")}. --help lists every flag.`);
  }
}

const items = (texts: readonly string[]) =>
  texts.flatMap((text) => text.split(",")).map((item) => item.trim());

function expectedNames(texts: readonly string[]): string[] {
  const names = items(texts).filter((name) => name !== "");
  if (names.length === 0)
    throw new UsageError(
      "--expect is missing: name the headers that must be on every request, as in --expect cf-aig-authorization,anthropic-beta.",
    );
  for (const name of names) {
    const problem = headerNameProblem(name);
    if (problem !== null) throw new UsageError(`--expect ${name}: ${problem}.`);
  }
  return names.filter((name, index) => lower(names).indexOf(name.toLowerCase()) === index);
}

function chosen<Item extends string>(
  flag: string,
  texts: readonly string[] | undefined,
  known: readonly Item[],
  usual: readonly Item[],
): readonly Item[] {
  if (texts === undefined) return usual;
  const names = items(texts);
  if (names.includes("all")) return known;
  return [...new Set(names)].map((name) => {
    const found = known.find((item) => item === name);
    if (found === undefined)
      throw new UsageError(`${flag} ${name} is not known here: use ${known.join(", ")} or all.`);
    return found;
  });
}

const newestNamed =
  ([newest = ""]: readonly string[]) =>
  (text: string) =>
    text.replaceAll(/\bnewest\b/g, newest);

/** `name=value`, or `Name: value` as it stands in HTTP. Neither sign can be part of a name. */
function typedHeader(text: string): HeaderEntry {
  const [, name = "", value] = /^([^=:]*)[=:](.*)$/s.exec(text) ?? [];
  if (value === undefined)
    throw new UsageError(
      "--header needs a name and a value: --header x-team=blue or --header 'x-team: blue'.",
    );
  return checkedHeader("--header", {
    name: name.trim(),
    value: text.startsWith(`${name}:`) ? value.trim() : value,
  });
}

function headerOfVariable(text: string, variables: Surroundings["variables"]): HeaderEntry {
  const [, name = "", variable = ""] = /^([^=]*)=(\w+)$/.exec(text) ?? [];
  if (variable === "")
    throw new UsageError(
      "--header-env needs a name and a variable: --header-env cf-aig-authorization=CF_AIG_TOKEN_HEADER.",
    );
  const value = variables[variable];
  if (value === undefined || value === "")
    throw new UsageError(
      `--header-env ${name}=${variable}: ${variable} is not set, or empty. Export it first.`,
    );
  return checkedHeader("--header-env", { name: name.trim(), value, secret: true });
}

function checkedHeader(flag: string, entry: HeaderEntry): HeaderEntry {
  const result = headerEntrySchema.safeParse(entry);
  if (result.success) return result.data;
  throw new UsageError(`${flag} ${entry.name}: ${result.error.issues[0]?.message ?? "cannot be sent"}.`);
}

function checkedURL(text: string): string {
  const result = providerSchema.safeParse({ kind: "custom", baseURL: text });
  if (result.success) return text;
  throw new UsageError(`--base-url: ${result.error.issues[0]?.message ?? "is no address"}.`);
}

function notEmpty(flag: string, value: string | undefined): string | null {
  if (value === undefined) return null;
  if (value.trim() === "") throw new UsageError(`${flag} needs a value.`);
  return value;
}

function lower(names: readonly string[]): string[] {
  return names.map((name) => name.toLowerCase());
}
