// Which cases of the public test plan did the runners run, and what did they measure?
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./steps.mjs";

/** Kept between `npm test` and `npm run test:faults`, which together run all cases. */
const folder = join(root, "node_modules/.cache/toolscope-cases");

/** A test carries the numbers of its cases in its name, `P43 slow-readers: ...`, or its file does in its first line. */
const caseNumber = /\bP(?:0[1-9]|[1-3]\d|4[0-8])\b/g;

/** Keeps what a step's runner reported; `report` is the runner's own JSON file. */
export function keepCases(step, runner, report) {
  if (!existsSync(report)) return;
  const tests = reportedTests(runner, report).flatMap(({ name, file, status, numbers }) =>
    [...new Set(`${casesOfFile(file)} ${name}`.match(caseNumber))].map((id) => ({
      id,
      name,
      status,
      numbers,
    })),
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, `${step}.json`),
    JSON.stringify({ at: new Date().toISOString(), commit: commit(), tests }),
  );
}

/** @returns each test of a runner's JSON file: its file and name, how it ended and what it said where it failed */
export function reportedTests(runner, report) {
  const read = { vitest: vitestTests, playwright: playwrightTests }[runner];
  return read(JSON.parse(readFileSync(report, "utf8")));
}

/** A file whose first line begins with case numbers is those cases, all of its tests. */
export function casesOfFile(file) {
  const [first = ""] = existsSync(file) ? readFileSync(file, "utf8").split("\n", 1) : [];
  return /^\/\/ (P\d\d[^:]*):/.exec(first)?.[1] ?? "";
}

/** @returns what the newest run of each step kept */
export function keptCases() {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({ step: name.slice(0, -5), ...JSON.parse(readFileSync(join(folder, name), "utf8")) }));
}

export function commit() {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], {
      cwd: root,
      stdio: ["ignore", "pipe", "ignore"],
    })
      .toString()
      .trim();
  } catch {
    return "no commit";
  }
}

function vitestTests(report) {
  return report.testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.map(({ fullName, status, meta, failureMessages }) => ({
      file,
      name: fullName,
      status: status === "passed" || status === "failed" ? status : "skipped",
      numbers: numbersOf(Object.entries(meta ?? {})),
      messages: failureMessages,
    })),
  );
}

function playwrightTests(report) {
  const status = { expected: "passed", skipped: "skipped" };
  const below = (suite, path) => [
    ...(suite.suites ?? []).flatMap((inner) => below(inner, `${path} ${inner.title}`)),
    ...(suite.specs ?? []).flatMap(({ title, file, tests }) =>
      tests.map((test) => ({
        file: join(report.config?.rootDir ?? root, file),
        name: `${path} ${title}`.trim(),
        status: status[test.status] ?? "failed",
        numbers: numbersOf(
          test.results
            .flatMap((result) => result.annotations ?? [])
            .concat(test.annotations ?? [])
            .map(({ type, description }) => [type, description]),
        ),
        messages: test.results.flatMap((result) =>
          result.errors.map(({ message }) => stripped(message ?? "")),
        ),
      })),
    ),
  ];
  return (report.suites ?? []).flatMap((suite) => below(suite, ""));
}

/** Playwright colours its messages, whatever it writes them to. */
function stripped(text) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it is about
  return text.replaceAll(/\x1b\[\d*m/g, "");
}

/** What a test measured for the scorecard: by name, numbers or lists of numbers. */
function numbersOf(pairs) {
  const measured = {};
  for (const [name, value] of pairs) {
    const numbers = [value].flat().map(Number);
    if (numbers.length > 0 && numbers.every(Number.isFinite)) measured[name] = numbers;
  }
  return measured;
}
