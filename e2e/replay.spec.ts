import { expect, test } from "./fixtures";
import { finishedRun, HistoryPage } from "./history-page";

const body = { prompt: "What is the weather in Paris and in Rome?", tools: ["get_weather"] };

test("the replies of a stored run answer another engine, from the run itself", async ({
  playground,
  logOf,
}) => {
  const { page } = playground;
  const runId = await finishedRun(page, body);
  await playground.open(`/runs/${runId}`);
  await playground.untilStatus("Completed");
  await playground.act("Replay with another engine");
  const engine = page.getByRole("radiogroup", { name: "Engine" });
  await expect(engine).toBeVisible();
  await engine.getByRole("radio", { name: "Tool runner" }).click();
  await expect(page.getByRole("radio", { name: "Recorded" })).toBeChecked();
  await expect(page.getByRole("textbox", { name: "Run", exact: true })).toHaveValue(runId);
  await playground.run.click();
  await page.waitForURL((url) => /\/runs\/run_/.test(url.pathname) && !url.pathname.endsWith(runId));
  await playground.untilStatus("Completed");
  const again = await logOf(await playground.runId());
  const streamed = (events: typeof again) =>
    events.flatMap((event) => (event.type === "response-chunk" ? event.events : []));
  expect(streamed(again)).toEqual(streamed(await logOf(runId)));
  expect(again[0]).toMatchObject({
    config: { engine: { kind: "tool-runner" }, provider: { kind: "recorded", runId } },
  });
  expect(again.some((event) => event.type === "request-observed" && event.point === "provider")).toBe(true);
});

test("a run is started again, and edited, from its row in the history", async ({ page }) => {
  const runId = await finishedRun(page, { ...body, prompt: "What is the weather in Accra?" });
  const history = new HistoryPage(page);
  await history.open("weather in Accra");
  await history.choose(/Accra/, "Edit and run again");
  await page.waitForURL(`**/runs/${runId}`);
  await expect(page.getByRole("textbox", { name: "Prompt", exact: true })).toHaveValue(/Accra/);
  await expect(page.getByRole("textbox", { name: "Prompt", exact: true })).toBeFocused();
  await history.open("weather in Accra");
  await history.choose(/Accra/, /^Run again/);
  await page.waitForURL((url) => /\/runs\/run_/.test(url.pathname) && !url.pathname.endsWith(runId));
  await expect(
    page.getByRole("region", { name: "Run", exact: true }).getByRole("status").first(),
  ).toContainText("Completed", { timeout: 20_000 });
  // A reload starts nothing once more.
  const here = page.url();
  await page.reload();
  await expect(page.getByRole("region", { name: "Turn 1", exact: true })).toBeVisible();
  expect(page.url()).toBe(here);
});
