import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";
import { finishedRun } from "./history-page";

const body = { prompt: "What is the weather in Paris and in Rome?", tools: ["get_weather"] };

test("a link opens the same moment, from which the run plays to its end", async ({ playground, logOf }) => {
  const { page } = playground;
  const runId = await finishedRun(page, body);
  const events = await logOf(runId);
  const firstCall = events.find((event) => event.type === "tool-call-start");
  const moment = firstCall?.at ?? 0;
  await playground.open(`/runs/${runId}?at=${moment}`);
  const slider = page.getByRole("slider", { name: "Moment of the run" });
  await expect(slider).toHaveAttribute("aria-valuetext", /turn 1$/);
  await expect(playground.status).toContainText("Running");
  await expect(playground.turn(1)).toBeVisible();
  await expect(playground.turn(2)).toHaveCount(0);
  await expect(playground.stop).toBeDisabled();
  await expect(playground.run).toBeEnabled();

  const log = await playground.view("Log");
  const shown = events.filter((event) => event.at <= moment).length;
  await expect(log.getByText(`${shown} events`)).toBeVisible();

  await page.getByRole("combobox", { name: "Playback speed" }).click();
  await page.getByRole("option", { name: "8x" }).click();
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await playground.untilStatus("Completed");
  await expect(log.getByText(`${events.length} events`)).toBeVisible();
  await expect(page).not.toHaveURL(/at=/);
});

test("keys step by event and by turn, and the address follows", async ({ playground, logOf }) => {
  const { page } = playground;
  const runId = await finishedRun(page, body);
  const events = await logOf(runId);
  await playground.open(`/runs/${runId}`);
  await playground.untilStatus("Completed");
  const second = events.find((event) => event.type === "turn-start" && event.index === 1)?.at ?? 0;
  await page.keyboard.press("<");
  await expect(page).toHaveURL(new RegExp(`at=${second}$`));
  await expect(playground.turn(2)).toBeVisible();
  await page.keyboard.press(",");
  const before = events.findLast((event) => event.at < second)?.at ?? 0;
  await expect(page).toHaveURL(new RegExp(`at=${before}$`));
  await expect(playground.turn(2)).toHaveCount(0);
  const slider = page.getByRole("slider", { name: "Moment of the run" });
  await slider.focus();
  await page.keyboard.press("Home");
  await expect(playground.turn(1)).toHaveCount(0);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("PageUp");
  await page.keyboard.press("End");
  await playground.untilStatus("Completed");
  await expect(page.getByRole("button", { name: "To end" })).toBeDisabled();
});

test("axe finds nothing at a moment of a run", async ({ playground }) => {
  const { page } = playground;
  const runId = await finishedRun(page, body);
  for (const theme of ["light", "dark"]) {
    await page.addInitScript((value) => localStorage.setItem("toolscope:theme", value), theme);
    await playground.open(`/runs/${runId}?at=300`);
    await expect(playground.turn(1)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
});
