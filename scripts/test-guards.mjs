// `npm run test:guards`: does each case fail when what it guards is gone? `-- P06 P07` tries these cases only, `-- --write` keeps
// what was seen in docs/guards.md.
import { parseArgs } from "node:util";
import { findChromium } from "./lib/chromium.mjs";
import { brokenRun } from "./lib/guards/broken-run.mjs";
import { editsOf, runnerOf } from "./lib/guards/entry.mjs";
import { groups } from "./lib/guards/groups.mjs";
import { keepSeen, page } from "./lib/guards/seen.mjs";
import { workingCopy } from "./lib/guards/working-copy.mjs";
import { checkNode, install } from "./lib/install.mjs";
import { main, quietly, root, StepFailure, step } from "./lib/steps.mjs";
import { findNginx, findPostgres } from "./lib/system-programs.mjs";
import { commit } from "./lib/test-cases.mjs";

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
    for (const entry of wanted) {
      try {
        results.push({ entry, seen: await tried(entry, copy, verbose) });
      } catch (error) {
        if (error.exitCode !== 1) throw error;
        weak.push(entry);
        process.stdout.write(`${error.message}\n\n`);
      }
      if (write) await keep(results);
    }
  } finally {
    copy.remove();
  }
  process.stdout.write(`\n${results.length} of ${wanted.length} guards are missed when they are gone\n`);
  if (weak.length > 0) throw new StepFailure(weak.map(({ case: id, guard }) => `${id}: ${guard}`).join("\n"));
});

/** Those first whose tests need no build. */
function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { write: { type: "boolean", default: false }, verbose: { type: "boolean", default: false } },
  });
  const all = groups.flatMap(({ entries }) => entries);
  const unknown = positionals.find((id) => all.every((entry) => entry.case !== id));
  if (unknown !== undefined) throw new StepFailure(`There is no guard of a case ${unknown}.`);
  const wanted = all.filter((entry) => positionals.length === 0 || positionals.includes(entry.case));
  const order = ["unit", "e2e", "faults"];
  const rank = (entry) => order.indexOf(runnerOf(entry));
  return { ...values, wanted: wanted.toSorted((one, other) => rank(one) - rank(other)) };
}

async function tried(entry, copy, verbose) {
  let seen;
  const say = { chromium, output: (text) => verbose && process.stdout.write(`${text}\n`) };
  await step(entry.case, async () => {
    const { name, message } = await copy.without(editsOf(entry), () => brokenRun(entry, copy.folder, say));
    seen = { at: new Date().toISOString().slice(0, 10), commit: commit(), failed: name, said: message };
    return `seen to fail: ${name}: ${message}`;
  });
  return seen;
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
    page,
  ]);
}
