import { expect, test } from "./fixtures";

test("images and documents of a tool result are shown, and nothing is loaded from elsewhere", async ({
  playground,
}) => {
  const foreign: string[] = [];
  playground.page.on("request", (request) => {
    if (!request.url().startsWith("http://localhost:") && !request.url().startsWith("data:"))
      foreign.push(request.url());
  });
  await playground.playScenario("An image and a document");
  await playground.untilStatus("Completed");
  const image = playground.turn(1).getByRole("img", { name: /^result of draw_chart/ });
  await image.scrollIntoViewIfNeeded();
  await expect
    .poll(() => image.evaluate((element) => (element instanceof HTMLImageElement ? element.naturalWidth : 0)))
    .toBeGreaterThan(100);
  await expect(playground.turn(1)).toContainText("Travel Policy");
  expect(foreign).toEqual([]);
});

test("thinking, a paused turn and a refusal are told apart", async ({ playground }) => {
  await playground.playScenario("A refusal");
  await playground.untilStatus("refusal");
  await playground.page.getByRole("button", { name: "New run" }).click();
  await playground.playScenario("A paused turn");
  await playground.untilStatus("Completed");
  await expect(playground.turn(1)).toContainText("pause_turn");
  await expect(playground.turn(2)).toContainText("end_turn");
});

test("a loop of a hundred turns stays usable", async ({ playground }) => {
  await playground.playScenario("A hundred turns");
  await expect(playground.status).toContainText("Completed", { timeout: 40_000 });
  const cards = await playground.page.getByRole("region", { name: /^Turn \d+$/ }).count();
  expect(cards).toBeLessThan(40);
  const headers = await playground.view("Headers");
  await expect(headers.getByRole("columnheader", { name: /^Request \d+/ }).first()).toBeVisible();
  await playground.view("Timeline");
  await expect(playground.page.getByRole("button", { name: /^Turn 1,/ }).first()).toBeVisible();
});
