// What does the page cost in a browser: to load, to keep up with a run, to open a stored one?
import { existsSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { importedRun } from "./stored-run.mjs";

const executablePath =
  process.env.TOOLSCOPE_CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);

/** @returns what `use` does with a browser that is gone afterwards */
export async function withBrowser(use) {
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu"],
  });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

/** What an empty cache has to be filled with before the first screen is whole. What comes when the browser is idle is not. */
export async function measureFirstLoad(browser, origin) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  const scripts = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response.body());
  });
  await page.goto(origin, { waitUntil: "networkidle" });
  await page.getByRole("textbox", { name: "Prompt", exact: true }).waitFor();
  await page.getByRole("region", { name: "Scenarios" }).getByRole("button").first().waitFor();
  await page.waitForLoadState("networkidle");
  const bodies = await Promise.all(scripts);
  await page.close();
  return { files: bodies.length, bytes: bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) };
}

/**
 * A run of very many deltas while its page is open.
 *
 * @param start starts the run and returns its id
 * @returns the main thread's tasks, longest first, by the clock and by what they had of a processor, and how many elements
 *   the page had at most
 */
export async function measureFlood(browser, origin, start) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(origin, { waitUntil: "networkidle" });
  await browser.startTracing(page, { categories: ["disabled-by-default-devtools.timeline", "toplevel"] });
  const runId = await start();
  await page.evaluate((path) => {
    window.mostElements = 0;
    const count = () => {
      window.mostElements = Math.max(window.mostElements, document.getElementsByTagName("*").length);
    };
    setInterval(count, 50);
    history.pushState(null, "", path);
    // As the Back button would say it: the page stays, the address is another.
    window.dispatchEvent(new PopStateEvent("popstate"));
  }, `/runs/${runId}`);
  const started = performance.now();
  await completed(page);
  const wallMs = performance.now() - started;
  await page.waitForTimeout(500);
  const elements = await page.evaluate(() => window.mostElements);
  const trace = JSON.parse(String(await browser.stopTracing()));
  await page.close();
  return { tasks: mainTasks(trace.traceEvents), elements, wallMs };
}

/** @returns how long it took from the address to a run on screen that answers, in milliseconds, for each try */
export async function measureOpening(browser, origin, tries) {
  const { runId, events } = await importedRun(origin);
  const times = [];
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const started = performance.now();
    await page.goto(`${origin}/runs/${runId}`, { waitUntil: "commit" });
    await completed(page);
    await page
      .getByRole("region", { name: /^Turn \d+$/ })
      .first()
      .waitFor();
    // A click is answered: that is what interactive means.
    await page.getByRole("button", { name: "Actions for this run" }).click();
    await page.getByRole("menuitem", { name: "Rename" }).waitFor();
    times.push(performance.now() - started);
    await context.close();
  }
  return { times, events };
}

function completed(page) {
  const run = page.getByRole("region", { name: "Run", exact: true });
  return run.getByRole("status").filter({ hasText: "Completed" }).first().waitFor({ timeout: 120_000 });
}

/** Of the renderer that did most: there is one page. */
function mainTasks(events) {
  const mains = new Set(
    events
      .filter((event) => event.name === "thread_name" && event.args.name === "CrRendererMain")
      .map((event) => `${event.pid}/${event.tid}`),
  );
  const byThread = new Map();
  for (const event of events) {
    const thread = `${event.pid}/${event.tid}`;
    if (event.name !== "RunTask" || event.ph !== "X" || !mains.has(thread)) continue;
    const tasks = byThread.get(thread) ?? [];
    byThread.set(thread, tasks);
    tasks.push({ ms: event.dur / 1_000, cpuMs: (event.tdur ?? event.dur) / 1_000 });
  }
  const busiest = [...byThread.values()].toSorted((one, other) => other.length - one.length)[0] ?? [];
  return busiest.toSorted((one, other) => other.ms - one.ms);
}
