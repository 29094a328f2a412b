import { importedRun } from "@/bench/stored-run.mjs";
import { expect, test } from "./fixtures";
import { Playground } from "./playground";

test("P40 cancel, in the browser: Stop ends a run within a second, keeps what arrived, and Esc does the same", async ({
  playground,
  logOf,
}) => {
  await playground.playScenario("A long answer");
  await expect(playground.turn(1)).toBeVisible();
  await playground.page.waitForTimeout(1_500);
  const pressed = Date.now();
  await playground.stop.click();
  await playground.untilStatus("Stopped");
  expect(Date.now() - pressed).toBeLessThan(1_500);
  const events = await logOf(await playground.runId());
  expect(events.at(-1)).toMatchObject({ type: "run-end", outcome: "stopped" });
  expect(events.some((event) => event.type === "response-chunk")).toBe(true);

  await playground.page.getByRole("button", { name: "New run" }).click();
  await playground.playScenario("A long answer");
  await expect(playground.stop).toBeEnabled();
  await playground.page.waitForTimeout(500);
  await playground.page.keyboard.press("Escape");
  await playground.untilStatus("Stopped");
});

test("P39 resume, in the browser: a reload in mid-run and a second tab show the same run without gap or repeat", async ({
  playground,
  context,
  logOf,
}) => {
  await playground.playScenario("A long answer");
  await expect(playground.turn(1)).toContainText("tool");
  const runId = await playground.runId();
  await playground.page.reload();
  await expect(playground.status).toContainText("Running");
  const second = new Playground(await context.newPage());
  await second.open(`/runs/${runId}`);
  await playground.untilStatus("Completed");
  await second.untilStatus("Completed");

  const events = await logOf(runId);
  const text = events
    .filter((event) => event.type === "response-chunk")
    .flatMap((event) => event.events)
    .map((event) => (event.delta as { text?: string } | undefined)?.text ?? "")
    .join("");
  expect(text.length).toBeGreaterThan(500);
  const squeezed = (words: string) => words.replace(/\s+/g, "");
  for (const { page } of [playground, second]) {
    const shown = await page.getByRole("region", { name: "Turn 1", exact: true }).textContent();
    expect(squeezed(shown ?? "").split(squeezed(text)).length - 1).toBe(1);
  }
});

test("a run goes on when its tab is closed", async ({ playground, context, logOf }) => {
  await playground.ask("What's the weather in Paris and in Rome?");
  const runId = await playground.runId();
  const another = await context.newPage();
  await playground.page.close();
  await expect
    .poll(async () => (await another.request.get(`/api/runs/${runId}`)).json(), { timeout: 20_000 })
    .toMatchObject({
      outcome: "completed",
    });
  await logOf(runId);
});

test("a long finished run opens at its beginning, and is not followed", async ({ page, baseURL }) => {
  test.setTimeout(90_000);
  const { runId } = await importedRun(baseURL ?? "");
  const playground = new Playground(page);
  await playground.open(`/runs/${runId}`);
  await playground.untilStatus("Completed");
  await expect(playground.turn(1)).toBeInViewport();
  await expect(playground.turn(200)).toHaveCount(0);
  await page.getByRole("button", { name: "To the end" }).click();
  await expect(playground.turn(200)).toBeInViewport();
  await page.request.delete(`/api/runs/${runId}`);
});

test("a finished run opens again from the history", async ({ playground }) => {
  await playground.ask("What time is it in Tokyo?");
  await playground.untilStatus("Completed");
  await playground.page.getByRole("button", { name: "New run" }).click();
  await expect(playground.page.getByRole("region", { name: "Scenarios" })).toBeVisible();
  await playground.page.getByRole("button", { name: "History" }).click();
  await playground.page
    .getByRole("menuitem", { name: /What time is it in Tokyo/ })
    .first()
    .click();
  await playground.untilStatus("Completed");
  await expect(playground.turn(1)).toContainText("get_time");
});
