// `npm test`: everything that must hold, one line a step. `npm test -- --only unit,e2e` runs some of it.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build, nextBin } from "./lib/build.mjs";
import { findChromium } from "./lib/chromium.mjs";
import { checkNode, install } from "./lib/install.mjs";
import { main, quietly, root, StepFailure, step } from "./lib/steps.mjs";

const node = process.execPath;
const bin = (path) => join(root, "node_modules", path);
const results = mkdtempSync(join(tmpdir(), "toolscope-results-"));
let passed = 0;

const steps = {
  types: () =>
    step("types", async () => {
      await quietly(node, [nextBin, "typegen"]);
      await quietly(node, [bin("typescript/bin/tsc"), "--noEmit"]);
    }),
  lint: () =>
    step("lint", async () => {
      await quietly(node, [bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."]);
    }),
  unit: () =>
    step("unit", async () => {
      const file = join(results, "unit.json");
      const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
      await quietly(node, [bin("vitest/vitest.mjs"), "run", ...reporters]);
      return counted(JSON.parse(readFileSync(file, "utf8")).numPassedTests);
    }),
  build: () => build(),
  e2e: () =>
    step("e2e", async () => {
      const file = join(results, "e2e.json");
      const env = { TOOLSCOPE_CHROMIUM: await findChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: file };
      await quietly(node, [bin("@playwright/test/cli.js"), "test"], { env });
      return counted(JSON.parse(readFileSync(file, "utf8")).stats.expected);
    }),
};

await main(async () => {
  checkNode();
  const chosen = chosenSteps();
  await install();
  if (chosen.includes("e2e")) await step("browser", findChromium);
  for (const name of chosen) await steps[name]();
  if (passed > 0) process.stdout.write(`\n${passed} passed, 0 failed\n`);
});
rmSync(results, { recursive: true, force: true });

function chosenSteps() {
  const all = Object.keys(steps);
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  if (values.only === undefined) return all;
  const names = values.only.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !all.includes(name));
  if (unknown !== undefined)
    throw new StepFailure(`--only ${unknown}: there is no such step. Steps: ${all.join(", ")}.`);
  return all.filter((name) => names.includes(name) || (name === "build" && names.includes("e2e")));
}

/** A runner that finds no test has not passed any. */
function counted(count) {
  if (!(count > 0)) throw new StepFailure("No test was run.");
  passed += count;
  return `${count} passed`;
}
