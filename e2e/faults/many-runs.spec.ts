// Is everything there, and in time, while much goes on? Case P44 of the public test plan.
import { expect, type Page, test } from "@playwright/test";
import { measurePacedRuns, startPacedProvider, startPacedRun } from "@/bench/paced-runs.mjs";
import { type AppProcess, newDataDir, startApp } from "../app-process";
import { Playground } from "../playground";

let app: AppProcess;
test.beforeAll(async () => {
  app = await startApp({ TOOLSCOPE_DATA_DIR: newDataDir() });
});
test.afterAll(async () => {
  await app.end("SIGTERM");
});

test("P44 many-runs: fifty runs of fifty events a second lose nothing and come in time", async () => {
  const { lost, p95Ms } = await measurePacedRuns(app.origin, { runs: 50, perSecond: 50, seconds: 30 });
  test
    .info()
    .annotations.push(
      { type: "measured", description: `p95 ${p95Ms.toFixed(1)} ms from provider to reader` },
      { type: "events-lost", description: String(lost) },
    );
  expect(lost).toBe(0);
  expect(p95Ms).toBeLessThanOrEqual(500);
});

test("P44 ten tabs in one browser: each shows its own run to the end, and clicks are answered meanwhile", async ({
  context,
}) => {
  const provider = await startPacedProvider({ events: 900, perSecond: 20 });
  const pages: Page[] = [];
  for (let count = 0; count < 10; count += 1) {
    const page = await context.newPage();
    await page.goto(app.origin);
    pages.push(page);
  }
  for (const page of pages)
    await page.goto(`${app.origin}/runs/${await startPacedRun(app.origin, provider.baseURL)}`);
  const playgrounds = pages.map((page) => new Playground(page));
  for (const { status } of playgrounds) await expect(status).toContainText("Running");
  // What a click asks of the server has to get a connection: a request hangs where streams hold all six.
  for (const page of pages) {
    const ms = await page.evaluate(async () => {
      const started = performance.now();
      const answer = await fetch("/api/health", { cache: "no-store", signal: AbortSignal.timeout(3_000) });
      return answer.ok ? performance.now() - started : Number.NaN;
    });
    expect(ms).toBeLessThan(1_000);
  }
  const last = playgrounds.at(-1);
  if (last === undefined) throw new Error("there is no tab");
  await last.stop.click();
  await expect(last.status).toContainText("Stopped", { timeout: 3_000 });
  for (const { status } of playgrounds.slice(0, -1))
    await expect(status).toContainText("Completed", { timeout: 60_000 });
  await provider.close();
});
