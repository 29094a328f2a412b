// What do the tests of a case say of a copy, and is it the case that they miss?
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../address.mjs";
import { plainText, quietly, StepFailure } from "../steps.mjs";
import { reportedTests } from "../test-cases.mjs";
import { filterOf, runnerOf } from "./entry.mjs";

/**
 * Runs the tests of an entry's case, up to the first that fails.
 *
 * @param copy the folder of the working copy, as it is to be tried
 * @returns each test that ran, and what the runner wrote
 */
export async function caseRun(entry, copy, { chromium, output }) {
  const runner = runnerOf(entry);
  const report = join(copy, "guard-report.json");
  rmSync(report, { force: true });
  if (runner !== "unit") await build(copy);
  const [args, env] =
    runner === "unit" ? vitest(entry, copy, report) : await playwright(entry, copy, report, chromium);
  const said = await quietly(process.execPath, args, { cwd: copy, env: { ...plainText, ...env } }).catch(
    (error) => {
      if (error.exitCode !== 1) throw error;
      return error.message;
    },
  );
  output(said);
  if (!existsSync(report)) throw new StepFailure(`The runner reports nothing.\n\n${lastLines(said)}`);
  return { tests: reportedTests(runner === "unit" ? "vitest" : "playwright", report), said };
}

function build(copy) {
  const work = "import('./scripts/lib/build.mjs').then(({ build }) => build())";
  return quietly(process.execPath, ["-e", work], { cwd: copy });
}

function vitest(entry, copy, report) {
  const name = filterOf(entry, copy);
  const args = [
    "run",
    entry.test,
    "--bail=1",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  return [
    [join(copy, "node_modules/vitest/vitest.mjs"), ...args, ...(name === undefined ? [] : ["-t", name])],
    { NODE_ENV: "test" },
  ];
}

async function playwright(entry, copy, report, chromium) {
  const name = filterOf(entry, copy);
  const faults = runnerOf(entry) === "faults" ? ["--config", "playwright.faults.config.ts"] : [];
  const args = ["test", ...faults, entry.test, "--max-failures=1", "--trace=off"];
  return [
    [
      join(copy, "node_modules/@playwright/test/cli.js"),
      ...args,
      ...(name === undefined ? [] : ["-g", name]),
    ],
    {
      TOOLSCOPE_CHROMIUM: await chromium(),
      TOOLSCOPE_E2E_PORT: String(await freePort("127.0.0.1", Number(process.env.TOOLSCOPE_E2E_PORT ?? 3410))),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  ];
}

/** What both runners' assertions begin with; an error that says neither is something that broke by the way. */
const assertion =
  /^(AssertionError|Error: (expected|promise (resolved|rejected)) |(Error: )?(.*\n+)?(Error: )?expect(\.poll)?\()/;

/** @throws StepFailure where a test failed although nothing was taken away, or none ran: it could show nothing */
export function checkPasses({ tests, said }) {
  const failed = tests.find(({ status }) => status === "failed");
  if (failed !== undefined) throw new StepFailure(`${failed.name} fails anyway.\n\n${lastLines(said)}`);
  if (!tests.some(({ status }) => status === "passed"))
    throw new StepFailure(`No test ran.\n\n${lastLines(said)}`);
}

/**
 * @returns the failed test and what it says in a line; throws a StepFailure where no test failed, or none by an assertion
 */
export function failureIn(entry, { tests, said }) {
  const failed = tests.filter(({ status }) => status === "failed");
  if (failed.length === 0) {
    const passed = tests.filter(({ status }) => status === "passed").length;
    throw new StepFailure(`No test failed without it (${passed} passed).\n\n${lastLines(said)}`);
  }
  const meant = (message) =>
    entry.says === undefined ? assertion.test(message) : message.includes(entry.says);
  const found = failed.find(({ messages }) => messages.some(meant));
  if (found === undefined) {
    throw new StepFailure(
      `${failed[0].name} failed, but by no assertion:\n\n${failed[0].messages.join("\n") || lastLines(said)}`,
    );
  }
  const message = found.messages.find(meant);
  return { name: found.name, message: firstLine(entry.says === undefined ? message : entry.says) };
}

const lastLines = (text) => text.split("\n").slice(-40).join("\n");

/** An assertion of Playwright says on the lines that follow what it wanted and what there was. */
function firstLine(message) {
  const lines = message.split("\n").map((line) => line.trim());
  const told = lines.filter((line) => /^(Expected|Received)\b/.test(line));
  return [lines[0], ...told].join(" ").replace(/\s+/g, " ").slice(0, 200);
}
