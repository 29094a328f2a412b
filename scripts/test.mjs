// `npm test`: everything that must hold, one line a step. `npm test -- --only unit,e2e` runs some of it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "./lib/address.mjs";
import { build, nextBin } from "./lib/build.mjs";
import { findChromium } from "./lib/chromium.mjs";
import { counted, sayTotal } from "./lib/counted-tests.mjs";
import { checkNode, install } from "./lib/install.mjs";
import { main, plainText, quietly, root, StepFailure, step } from "./lib/steps.mjs";
import { findNginx, findPostgres } from "./lib/system-programs.mjs";
import { keepCases } from "./lib/test-cases.mjs";
import { countPlaywright, countVitest } from "./lib/test-count.mjs";

const node = process.execPath;
const bin = (path) => join(root, "node_modules", path);
const results = mkdtempSync(join(tmpdir(), "toolscope-results-"));
let chromium;

const steps = {
  browser: () =>
    step("browser", async () => {
      chromium = await findChromium();
      return `${chromium.version}, ${chromium.path}`;
    }),
  types: () =>
    step("types", async () => {
      await quietly(node, [nextBin, "typegen"]);
      await quietly(node, [bin("typescript/bin/tsc"), "--noEmit"]);
    }),
  lint: () =>
    step("lint", async () => {
      await quietly(node, [bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."]);
    }),
  nginx: findNginx,
  postgres: findPostgres,
  unit: () =>
    step("unit", () => {
      const file = join(results, "unit.json");
      const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
      const run = quietly(node, [bin("vitest/vitest.mjs"), "run", ...reporters], {
        env: { NODE_ENV: "test", ...plainText },
      });
      return counted(run, () => {
        keepCases("unit", "vitest", file);
        return countVitest(file);
      });
    }),
  build,
  e2e: () =>
    step("e2e", async () => {
      const file = join(results, "e2e.json");
      const env = {
        TOOLSCOPE_CHROMIUM: chromium.path,
        TOOLSCOPE_E2E_PORT: String(await freePort("127.0.0.1", 3210)),
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      };
      const run = quietly(node, [bin("@playwright/test/cli.js"), "test"], { env });
      return counted(run, () => {
        keepCases("e2e", "playwright", file);
        return countPlaywright(file);
      });
    }),
};

/** What a step cannot do without. */
const needs = { unit: ["nginx", "postgres"], e2e: ["browser", "build"] };

await main(async () => {
  checkNode();
  const chosen = chosenSteps();
  await install();
  for (const name of chosen) await steps[name]();
});
rmSync(results, { recursive: true, force: true });
sayTotal();

function chosenSteps() {
  const all = Object.keys(steps);
  const only = onlyOption();
  if (only === undefined) return all;
  const names = only.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !all.includes(name));
  if (unknown !== undefined)
    throw new StepFailure(`--only ${unknown}: there is no such step. Steps: ${all.join(", ")}.`);
  const wanted = new Set(names.flatMap((name) => [name, ...(needs[name] ?? [])]));
  return all.filter((name) => wanted.has(name));
}

function onlyOption() {
  try {
    return parseArgs({ options: { only: { type: "string" } } }).values.only;
  } catch (error) {
    throw new StepFailure(`${error.message}\n\nUsage: npm test -- --only unit,e2e`);
  }
}
