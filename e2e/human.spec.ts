// A person answers, approves, edits and refuses calls, from whichever tab, before and after a reload.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { Playground } from "./playground";

const scenario = "A person in the loop";
const questions = (page: Page) => page.getByRole("region", { name: "Waiting for you" });
const asked = (page: Page) => questions(page).getByRole("article", { name: "ask_traveller asks you" });
const approval = (page: Page) =>
  questions(page).getByRole("article", { name: "book_hotel needs your approval" });

test("a call in mid-batch waits for its answer, whatever else of the batch goes on", async ({
  playground,
  logOf,
}) => {
  const { page } = playground;
  await playground.playScenario(scenario);
  const card = asked(page);
  await expect(card).toContainText("What may a night cost");
  const first = playground.turn(1);
  await expect(first.getByRole("button", { name: "Call get_weather Lisbon, done" })).toBeVisible();
  await expect(
    first.getByRole("button", { name: /^Call ask_traveller .*, waiting for a person$/ }),
  ).toBeVisible();
  await playground.untilStatus("Waiting for you");
  await expect(page).toHaveTitle(/^● Waiting for you/);

  // The question is still there after a reload, and on every view.
  await page.reload();
  await playground.view("Timeline");
  await expect(
    page.getByRole("button", { name: /^ask_traveller .* waiting for a person$/ }).first(),
  ).toBeVisible();
  await asked(page).getByRole("button", { name: "Send answer" }).click();
  await expect(asked(page).getByRole("alert")).toContainText('"budget" is required');
  await asked(page).getByRole("spinbutton", { name: "Budget per night" }).fill("120");
  await asked(page).getByRole("checkbox", { name: "A quiet room" }).click();
  await asked(page).getByRole("button", { name: "Send answer" }).click();

  // The second call needs an approval: it runs with what the person made of it.
  await approval(page).getByRole("button", { name: "Edit input" }).click();
  await approval(page).getByRole("spinbutton", { name: "nights" }).fill("3");
  await approval(page).getByRole("button", { name: "Approve this input" }).click();
  await playground.untilStatus("Completed");
  await expect(page).not.toHaveTitle(/●/);
  await expect(questions(page)).toHaveCount(0);

  const events = await logOf(await playground.runId());
  const results = events
    .filter((event) => event.type === "tool-call-end")
    .map(({ result }) => result.content);
  expect(results.slice(1)).toEqual([
    '{"budget":120,"quiet":true}',
    "Booked: 3 nights at the Casa do Jardim.",
  ]);
  const pause = events.findIndex((event) => event.type === "pause");
  const resume = events.findIndex((event) => event.type === "resume");
  const weather = events.findIndex((event) => event.type === "tool-call-end");
  expect(pause).toBeLessThan(weather);
  expect(weather).toBeLessThan(resume);

  await playground.view("Timeline");
  await expect(page.getByText(/2 calls .* · waited .* for a person/).first()).toBeVisible();
  await page
    .getByRole("button", { name: /^book_hotel / })
    .first()
    .click();
  await expect(playground.inspector).toContainText("Approved by a person, with another input");
  await expect(playground.inspector.getByRole("region", { name: "Timing" })).toContainText(/waited .* · /);
});

test("another tab can decide, and both see it", async ({ playground, context }) => {
  await playground.playScenario(scenario);
  await expect(asked(playground.page)).toBeVisible();
  const other = new Playground(await context.newPage());
  await other.open(new URL(playground.page.url()).pathname);
  await asked(other.page).getByRole("button", { name: "Refuse" }).click();
  await asked(other.page).getByRole("textbox", { name: "Reason" }).fill("I stay at home.");
  await asked(other.page).getByRole("textbox", { name: "Reason" }).press("Control+Enter");
  await expect(approval(playground.page)).toBeVisible();
  await expect(playground.turn(1)).toContainText("Refused by a person: I stay at home.");
  await approval(playground.page).getByRole("button", { name: "Approve" }).click();
  await playground.untilStatus("Completed");
});

test("Stop ends the wait, and Esc in a field does not stop", async ({ playground }) => {
  await playground.playScenario(scenario);
  const budget = asked(playground.page).getByRole("spinbutton", { name: "Budget per night" });
  await budget.focus();
  await budget.press("Escape");
  await expect(asked(playground.page)).toBeVisible();
  await playground.stop.click();
  await playground.untilStatus("Stopped");
  await expect(questions(playground.page)).toHaveCount(0);
});

for (const theme of ["Light", "Dark"] as const) {
  test(`the question is accessible, ${theme}`, async ({ playground }) => {
    const { page } = playground;
    await page.getByRole("combobox", { name: "Theme" }).click();
    await page.getByRole("option", { name: theme }).click();
    await playground.playScenario(scenario);
    await expect(asked(page)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include("main").analyze();
    expect(violations).toEqual([]);
    await playground.stop.click();
  });
}

test("the API takes a decision once and says why it refuses another", async ({ request }) => {
  const { scenarios } = await (await request.get("/api/scenarios")).json();
  const setup = scenarios.find(({ name }: { name: string }) => name === "person-in-the-loop");
  const { prompt, tools } = setup;
  const data = { prompt, tools, scenario: "person-in-the-loop" };
  const { runId } = await (await request.post("/api/runs", { data })).json();
  const command = (body: object) => request.post(`/api/runs/${runId}/commands`, { data: body });
  await expect
    .poll(async () => (await (await request.get(`/api/runs/${runId}/log`)).text()).includes('"type":"pause"'))
    .toBe(true);

  const unfit = await command({ type: "answer", pauseId: "p1", content: { budget: -1, quiet: true } });
  expect([unfit.status(), (await unfit.json()).error.field]).toEqual([400, "content"]);
  const answer = { type: "answer", pauseId: "p1", content: { budget: 90, quiet: false } };
  expect((await command(answer)).status()).toBe(202);
  expect((await command(answer)).status()).toBe(202);
  const second = await command({ type: "refuse", pauseId: "p1" });
  expect([second.status(), (await second.json()).error.code]).toEqual([409, "already_decided"]);
  expect((await command({ type: "approve", pauseId: "p7" })).status()).toBe(404);
  expect((await command({ type: "answer", pauseId: "p1" })).status()).toBe(400);
  await command({ type: "stop" });
});
