// How does `npm run check:headers` go from its arguments to its exit code?
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CheckSetting, checkPlan } from "@/lib/run/header-check/check-plan";
import { FieldError } from "@/lib/server/door/field-error";
import { engineCatalogue } from "@/lib/server/engines/engine-catalogue";
import { readEnvironment } from "@/lib/server/environment";
import { type CheckedCell, carriedOut } from "./carried-out";
import { type CheckArguments, checkArguments, type PlaceKind } from "./check-arguments";
import { checkHelp } from "./check-help";
import { exitCodeOf, exitCodes, outcomeOf } from "./check-outcome";
import { checkTable } from "./check-table";
import { startEmbedded } from "./embedded-endpoints";
import { type ExpectedHeader, expectedHeaders, headersInPlace, headersToSet } from "./expected-headers";
import { jsonReport } from "./json-report";
import { junitReport } from "./junit-report";
import { writeReport } from "./report-file";
import { UsageError } from "./usage-error";

export type CommandLine = {
  readonly out: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly onProgress: (done: number, all: number) => void;
};

/** The SDK reads it by itself, so for the runs that are about it, it has to stand in this process's environment. */
const customHeaders = "ANTHROPIC_CUSTOM_HEADERS";

/** @returns the exit code; never rejects for what a person or an endpoint can do wrong */
export async function checkHeaders(words: readonly string[], line: CommandLine): Promise<number> {
  const sdkVersions = engineCatalogue().sdkVersions.map(({ version }) => version);
  try {
    const wanted = checkArguments(words, { variables: process.env, sdkVersions });
    if (wanted === null) {
      line.out(checkHelp(sdkVersions));
      return exitCodes.fine;
    }
    return await report(wanted, line);
  } catch (error) {
    if (error instanceof UsageError) line.complain(`${error.message}\n`);
    else if (error instanceof FieldError) line.complain(`The runs cannot be carried out: ${error.message}\n`);
    else throw error;
    return exitCodes.usage;
  }
}

async function report(wanted: CheckArguments, line: CommandLine): Promise<number> {
  const startedAt = new Date().toISOString();
  const target = wanted.baseURL ?? "the embedded simulator";
  const expected = expectedHeaders(wanted.expect, wanted.headers, namesInEnvironment());
  // What cannot be written is said before anything is asked.
  if (wanted.json !== null) writeReport("--json", wanted.json, "");
  if (wanted.junit !== null) writeReport("--junit", wanted.junit, "");
  const checked = await check(wanted, expected, line);
  if (checked.every(({ cell }) => cell.status === "not-applicable"))
    throw new UsageError(
      `Nothing of this can be checked: ${checked.map(({ cell }) => (cell.status === "not-applicable" ? cell.reason : ""))[0]}`,
    );
  line.out(checkTable(checked, expected, target));
  if (wanted.json !== null) {
    const value = jsonReport(checked, expected, { target, startedAt });
    writeReport("--json", wanted.json, `${JSON.stringify(value, null, 2)}\n`);
  }
  if (wanted.junit !== null)
    writeReport("--junit", wanted.junit, junitReport(checked, wanted.expect, startedAt));
  return exitCodeOf(checked);
}

async function check(
  wanted: CheckArguments,
  expected: readonly ExpectedHeader[],
  { onProgress }: CommandLine,
): Promise<CheckedCell[]> {
  const folder = mkdtempSync(join(tmpdir(), "toolscope-check-"));
  const endpoints = await startEmbedded();
  const inherited = process.env[customHeaders] ?? "";
  const entries = headersToSet(expected, wanted.headers);
  const checked: CheckedCell[] = [];
  try {
    for (const kind of wanted.kinds) {
      const added = kind === "environment" ? entries.map(({ name, value }) => `${name}: ${value}`) : [];
      process.env[customHeaders] = [inherited, ...added].filter((text) => text !== "").join("\n");
      const { sdkVersions, engines, routes } = wanted;
      const cells = checkPlan(
        { sdkVersions, engines, routes, kinds: [kind] },
        setting(wanted, kind, expected, entries),
      );
      // Real endpoints have rate limits; the simulator has none.
      const atOnce = wanted.baseURL === null ? 6 : 1;
      checked.push(...(await carriedOut({ cells, folder, endpoints, atOnce, onProgress })));
      if (checked.some((each) => outcomeOf(each) === "unreachable")) break;
    }
    return checked;
  } finally {
    endpoints.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function setting(
  { baseURL, model, stream }: CheckArguments,
  kind: PlaceKind,
  expected: readonly ExpectedHeader[],
  entries: ReturnType<typeof headersToSet>,
): CheckSetting {
  return {
    catalogue: engineCatalogue(),
    environment: namesInEnvironment(),
    provider: providerOf(baseURL),
    gatewayToken: "Bearer made-up-by-check-headers",
    stream,
    ...(model === null ? {} : { model }),
    headersOf: () => headersInPlace(kind, expected, entries),
  };
}

/** The key stays in the environment, where the machine finds it for the address that was named. */
function providerOf(baseURL: string | null): CheckSetting["provider"] {
  if (baseURL === null) return { kind: "simulator" };
  const { apiKey, authToken } = readEnvironment();
  if (apiKey === undefined && authToken === undefined) return { kind: "custom", baseURL };
  process.env.ANTHROPIC_BASE_URL = baseURL;
  return { kind: "anthropic" };
}

function namesInEnvironment(): string[] {
  return readEnvironment().customHeaders.map(({ name }) => name);
}
