// `npm run test:guards`: does each case fail when what it guards is gone? `-- P06 P07` tries these cases only, `-- --write` keeps
// what was seen in docs/guards.md.
import { parseArgs } from "node:util";
import { findChromium } from "./lib/chromium.mjs";
import { caseRun, checkPasses, failureIn } from "./lib/guards/case-run.mjs";
import { editsOf, filterOf, runnerOf } from "./lib/guards/entry.mjs";
import { groups } from "./lib/guards/groups.mjs";
import { keepSeen, writtenTo } from "./lib/guards/seen.mjs";
import { workingCopy } from "./lib/guards/working-copy.mjs";
import { checkNode, install } from "./lib/install.mjs";
import { main, quietly, root, StepFailure, step } from "./lib/steps.mjs";
import { findNginx, findPostgres } from "./lib/system-programs.mjs";

let browser;

await main(async () => {
  checkNode();
  const { wanted, write, verbose } = options();
  await install();
  await findNginx();
  await findPostgres();
  const copy = await workingCopy();
  const results = [];
  const weak = [];
  try {
    for (const runner of ["unit", "e2e", "faults"]) {
      const entries = wanted.filter((entry) => runnerOf(entry) === runner);
      const sound = await soundTests(entries, copy, verbose);
      for (const entry of entries) {
        const seen = sound.has(testsOf(entry)) && (await missed(entry, copy, verbose));
        if (seen) results.push({ entry, seen });
        else weak.push(entry);
        if (write && seen) await keep(results);
      }
    }
  } finally {
    copy.remove();
  }
  process.stdout.write(`\n${results.length} of ${wanted.length} guards are missed when they are gone\n`);
  if (weak.length > 0) throw new StepFailure(weak.map(({ case: id, guard }) => `${id}: ${guard}`).join("\n"));
});

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { write: { type: "boolean", default: false }, verbose: { type: "boolean", default: false } },
  });
  const all = groups.flatMap(({ entries }) => entries);
  const unknown = positionals.find((id) => all.every((entry) => entry.case !== id));
  if (unknown !== undefined) throw new StepFailure(`There is no guard of a case ${unknown}.`);
  const wanted = all.filter((entry) => positionals.length === 0 || positionals.includes(entry.case));
  return { ...values, wanted };
}

function testsOf(entry) {
  return `${entry.test} ${filterOf(entry, root) ?? ""}`;
}

/** A test that fails while every guard is in place shows nothing. @returns those that pass */
async function soundTests(entries, copy, verbose) {
  const sound = new Set();
  for (const entry of new Map(entries.map((entry) => [testsOf(entry), entry])).values()) {
    const passes = await attempt(entry, async () => {
      const run = await caseRun(entry, copy.folder, say(verbose));
      checkPasses(run);
      return `passes with its guards: ${entry.test}`;
    });
    if (passes) sound.add(testsOf(entry));
  }
  return sound;
}

/** @returns the test that failed without the guard and what it said; undefined where none did */
async function missed(entry, copy, verbose) {
  let seen;
  await attempt(entry, async () => {
    const run = await copy.without(editsOf(entry), () => caseRun(entry, copy.folder, say(verbose)));
    const { name, message } = failureIn(entry, run);
    seen = { at: new Date().toISOString().slice(0, 10), failed: name, said: message };
    return `seen to fail: ${name}: ${message}`;
  });
  return seen;
}

/** @returns whether the work ends well; where it does not, why is said, and the next is tried */
async function attempt(entry, work) {
  try {
    await step(entry.case, work);
    return true;
  } catch (error) {
    if (error.exitCode !== 1) throw error;
    process.stdout.write(`    ${entry.guard}\n${error.message}\n\n`);
    return false;
  }
}

function say(verbose) {
  return { chromium, output: (text) => verbose && process.stdout.write(`${text}\n`) };
}

async function chromium() {
  browser ??= process.env.TOOLSCOPE_CHROMIUM ?? (await findChromium()).path;
  return browser;
}

async function keep(results) {
  keepSeen(results);
  await quietly(process.execPath, [
    `${root}/node_modules/@biomejs/biome/bin/biome`,
    "check",
    "--write",
    ...writtenTo,
  ]);
}
