import { expect, test } from "./fixtures";

test("a failing tool is shown as an error result, and the run goes on", async ({ playground }) => {
  await playground.playScenario("A failing tool");
  await expect(playground.turn(1).getByRole("button", { name: /^Call wait .*, failed/ })).toBeVisible();
  await playground.untilStatus("Completed");
});

test("P36 retries-visible, in the browser: an overloaded provider is asked again, two attempts of one turn", async ({
  playground,
  logOf,
}) => {
  await playground.playScenario("Overloaded once");
  await playground.untilStatus("Completed");
  const turn = playground.turn(1);
  await expect(turn.getByRole("button", { name: "Response 529" })).toBeVisible();
  await expect(turn.getByRole("button", { name: /^Request POST .*, attempt 2$/ })).toBeVisible();
  await expect(turn.getByRole("button", { name: "Response 200" })).toBeVisible();
  await expect(turn.getByText(/^waited .* before attempt 2$/)).toBeVisible();
  const timeline = await playground.view("Timeline");
  await expect(timeline.getByRole("button", { name: /^Turn 1 attempt 2,/ })).toBeVisible();
  const events = await logOf(await playground.runId());
  expect(
    events
      .filter((event) => event.type === "request-start")
      .map(({ turnId, attempt }) => [turnId, attempt])
      .slice(0, 2),
  ).toEqual([
    ["t1", 1],
    ["t1", 2],
  ]);
});

test("P34 truncated, in the browser: a stream cut in a tool call fails with a cause, and another try is offered", async ({
  playground,
  logOf,
}) => {
  await playground.playScenario("Cut in a tool call");
  await playground.untilStatus("Failed");
  await expect(
    playground.page.getByText("The stream ended before the message was complete.").first(),
  ).toBeVisible();
  const cause = playground.page.getByRole("region", { name: "Why the run failed" });
  await expect(cause).toContainText("Another try may go well.");
  await expect(cause.getByRole("button", { name: "Run again" })).toBeEnabled();
  const events = await logOf(await playground.runId());
  expect(events.some((event) => event.type === "tool-call-start")).toBe(false);
  expect(events.some((event) => event.type === "response-chunk")).toBe(true);
});

test("an unreachable address is said to be one, and the setup is one click away", async ({ playground }) => {
  await playground.page.getByRole("radio", { name: "Custom URL" }).click();
  await playground.page.getByRole("textbox", { name: "Base URL" }).fill("http://127.0.0.1:9");
  await playground.ask("Hello");
  await playground.untilStatus("Failed");
  await expect(playground.page.getByText(/No answer from http:\/\/127\.0\.0\.1:9/).first()).toBeVisible();
});

test("choosing Anthropic without a key says what is missing and how to give it", async ({ playground }) => {
  await playground.page.getByRole("radio", { name: "Anthropic" }).click();
  await expect(playground.page.getByText(/ANTHROPIC_API_KEY/).first()).toBeVisible();
  await playground.ask("Hello");
  await expect(playground.page.getByText(/No API key/).first()).toBeVisible();
  await expect(playground.page).toHaveURL(/\/$/);
});

test("a prompt that is missing is pointed out at its field", async ({ playground }) => {
  await playground.ask("  ");
  await expect(playground.page.getByText(/the prompt is empty/i).first()).toBeVisible();
  await expect(playground.prompt).toBeFocused();
});

test("a run that does not exist is said not to, with a way back", async ({ playground }) => {
  await playground.page.goto("/runs/run_000000000ffffffffff");
  await expect(playground.page.getByText("This run is not here")).toBeVisible();
  await playground.page.getByRole("button", { name: "Start a new run" }).click();
  await expect(playground.page.getByRole("region", { name: "Scenarios" })).toBeVisible();
});
