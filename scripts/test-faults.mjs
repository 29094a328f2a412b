// `npm run test:faults`: the tests that take minutes, and the scorecard of all. `-- --write` keeps it in docs/scorecard.md.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "./lib/build.mjs";
import { findChromium } from "./lib/chromium.mjs";
import { counted, sayTotal } from "./lib/counted-tests.mjs";
import { checkNode, install } from "./lib/install.mjs";
import { scorecard, scorecardPage, scorecardText } from "./lib/scorecard.mjs";
import { main, quietly, root, step } from "./lib/steps.mjs";
import { findNginx } from "./lib/system-programs.mjs";
import { keepCases } from "./lib/test-cases.mjs";
import { countPlaywright } from "./lib/test-count.mjs";

const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });
const results = mkdtempSync(join(tmpdir(), "toolscope-results-"));

await main(async () => {
  checkNode();
  await install();
  let chromium;
  await step("browser", async () => {
    chromium = await findChromium();
    return `${chromium.version}, ${chromium.path}`;
  });
  await findNginx();
  await build();
  await step("faults", () => {
    const report = join(results, "faults.json");
    const env = { TOOLSCOPE_CHROMIUM: chromium.path, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const cli = join(root, "node_modules/@playwright/test/cli.js");
    const run = quietly(process.execPath, [cli, "test", "--config", "playwright.faults.config.ts"], { env });
    return counted(run, () => {
      keepCases("faults", "playwright", report);
      return countPlaywright(report);
    });
  });
});
rmSync(results, { recursive: true, force: true });
const card = scorecard();
process.stdout.write(`\n${scorecardText(card)}\n`);
if (values.write) {
  const page = join(root, "docs/scorecard.md");
  writeFileSync(page, scorecardPage(card));
  await quietly(process.execPath, [
    join(root, "node_modules/@biomejs/biome/bin/biome"),
    "check",
    "--write",
    page,
  ]);
}
sayTotal();
