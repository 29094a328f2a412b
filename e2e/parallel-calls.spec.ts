import { Comparison } from "./comparison";
import { expect, test } from "./fixtures";
import { SetupForm } from "./setup-form";

const prompt = "What's the weather in San Francisco and New York, and what time is it in each?";

test("one prompt becomes four parallel calls, every turn and result on screen", async ({
  playground,
  logOf,
}) => {
  await playground.ask(prompt);
  const first = playground.turn(1);
  await expect(first.getByRole("region", { name: "4 tool calls" })).toBeVisible();
  await playground.untilStatus("Completed");
  for (const call of [
    "get_weather San Francisco",
    "get_weather New York",
    "get_time San Francisco",
    "get_time New York",
  ]) {
    await expect(first.getByRole("button", { name: `Call ${call}, done` })).toBeVisible();
  }
  await expect(playground.turn(2)).toContainText("New York");

  const events = await logOf(await playground.runId());
  const starts = events.filter((event) => event.type === "tool-call-start");
  const firstEnd = events.find((event) => event.type === "tool-call-end");
  expect(starts).toHaveLength(4);
  expect(new Set(starts.map((event) => event.batchId)).size).toBe(1);
  for (const start of starts) expect(start.at).toBeLessThan(firstEnd?.at ?? 0);
});

test("two unlike questions become two calls", async ({ playground }) => {
  await playground.ask("What's the weather like in Paris? Also, what's 15 + 27?");
  await playground.untilStatus("Completed");
  const calls = playground.turn(1).getByRole("region", { name: "2 tool calls" });
  await expect(calls.getByRole("button", { name: /^Call get_weather/ })).toBeVisible();
  await expect(calls.getByRole("button", { name: /^Call calculate_sum/ })).toBeVisible();
  await expect(playground.turn(2)).toContainText("42");
});

test("the bars of a batch overlap on screen", async ({ playground }) => {
  await playground.ask(prompt);
  await playground.untilStatus("Completed");
  const bars = await playground.callBars(4);
  const lastLeft = Math.max(...bars.map((bar) => bar.left));
  const firstRight = Math.min(...bars.map((bar) => bar.right));
  expect(lastLeft).toBeLessThan(firstRight);
  const timeline = await playground.view("Timeline");
  await expect(timeline.getByText(/4 calls · wall .* · summed .* · .*x · peak 4/)).toBeVisible();
});

test("sequential execution draws the calls one after the other", async ({ playground }) => {
  await playground.page.getByRole("radio", { name: "Sequential" }).click();
  await playground.ask(prompt);
  await playground.untilStatus("Completed");
  const bars = await playground.callBars(4);
  const onePixel = 1;
  for (const [index, bar] of bars.slice(1).entries()) {
    expect(bar.left).toBeGreaterThanOrEqual((bars[index]?.right ?? 0) - onePixel);
  }
});

test("one press runs the prompt in each order and tells what parallel calls saved", async ({
  playground,
}) => {
  const { page } = playground;
  const setup = await new SetupForm(page).section("Tools");
  await playground.prompt.fill(prompt);
  await setup.getByRole("button", { name: "Run in each order, side by side" }).click();
  const comparison = new Comparison(page);
  for (const letter of ["A", "B", "C"]) await expect(comparison.column(letter)).toBeVisible();
  const saved = page.getByRole("region", { name: "Time saved" });
  await expect(saved).toContainText(
    /A, all calls of a reply at once, took .* less than B, one call after another .* less than C, one call a turn/,
    { timeout: 20_000 },
  );
  const overview = await comparison.view("Overview");
  expect(await comparison.cells(overview, "Calls a calling turn")).toEqual([
    "4.0",
    expect.stringContaining("4.0"),
    expect.stringContaining("1.0"),
  ]);
});

test("one call at a time is asked for in the setup, and the run says what it cost", async ({
  playground,
  logOf,
}) => {
  const setup = await new SetupForm(playground.page).section("Tools");
  await setup.getByRole("checkbox", { name: "Several calls in one reply" }).click();
  await expect(setup.getByText(/At most one call in a reply/)).toBeVisible();
  await playground.ask(prompt);
  await playground.untilStatus("Completed");
  const events = await logOf(await playground.runId());
  const [request] = events.filter((event) => event.type === "request-start");
  expect(request?.body).toMatchObject({
    fields: { tool_choice: { type: "auto", disable_parallel_tool_use: true } },
  });
  await expect(playground.page.getByRole("region", { name: "Findings" })).toContainText("came one per turn");
  await expect(playground.page.getByText("Calls a turn").locator("xpath=..")).toContainText("1.0");
});

test("each request's headers are seen at fetch, on the wire and at the provider", async ({
  playground,
  logOf,
}) => {
  await playground.ask(prompt);
  await playground.untilStatus("Completed");
  const headers = await playground.view("Headers");
  const events = await logOf(await playground.runId());
  const observed = (point: string) =>
    events.filter((event) => event.type === "request-observed" && event.point === point);
  const requests = events.filter((event) => event.type === "request-start");
  expect(requests).toHaveLength(2);
  for (const point of ["wire", "provider"]) expect(observed(point)).toHaveLength(2);

  for (const point of ["fetch", "wire", "provider"]) {
    await headers.getByRole("radio", { name: point }).click();
    await expect(headers.getByRole("columnheader", { name: /^Request \d/ })).toHaveCount(2);
    await expect(headers.getByRole("rowheader", { name: "anthropic-version" })).toBeVisible();
  }
  const wire = observed("wire")[0];
  if (wire?.type !== "request-observed") throw new Error("no wire observation");
  for (const [name] of wire.headers)
    await expect(headers.getByRole("rowheader", { name, exact: true })).toBeVisible();
  await headers.getByRole("radio", { name: "fetch" }).click();
  await expect(headers.getByRole("rowheader", { name: "host", exact: true })).toHaveCount(0);
});

test("whatever is selected opens in the inspector, and the link opens the same", async ({ playground }) => {
  await playground.ask(prompt);
  await playground.untilStatus("Completed");
  await playground.turn(1).getByRole("button", { name: "Call get_weather New York, done" }).click();
  await expect(playground.inspector).toContainText("get_weather");
  await expect(playground.inspector).toContainText("New York");
  await playground.page.reload();
  await expect(playground.inspector).toContainText("get_weather");
  await playground.page.keyboard.press("Escape");
  await expect(playground.inspector).toBeHidden();
});
