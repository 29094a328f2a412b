import AxeBuilder from "@axe-core/playwright";
import type { APIRequestContext } from "@playwright/test";
import { Comparison } from "./comparison";
import { expect, test } from "./fixtures";

const secret = "made-up-gateway-token-7f3a";

/** Runs to the end. @returns the run's id */
async function run(request: APIRequestContext, body: object): Promise<string> {
  const { runId } = await (await request.post("/api/runs", { data: body })).json();
  await expect
    .poll(async () => (await (await request.get(`/api/runs/${runId}`)).json()).outcome, { timeout: 20_000 })
    .not.toBeNull();
  return runId;
}

const defaults = (...pairs: readonly [name: string, value: string][]) => ({
  default: pairs.map(([name, value]) => ({ name, value })),
});

/** Two runs alike but for one header, one system prompt and one more place. */
async function twoRuns(request: APIRequestContext): Promise<readonly [string, string]> {
  return Promise.all([
    run(request, {
      prompt: "What is the weather in Paris and in Rome?",
      tools: ["get_weather"],
      headers: defaults(["cf-aig-authorization", `Bearer ${secret}`], ["X-Trace", "one"]),
    }),
    run(request, {
      prompt: "What is the weather in Paris and in Oslo?",
      system: "You are brief.",
      tools: ["get_weather"],
      headers: defaults(["cf-aig-authorization", `Bearer ${secret}-2`]),
    }),
  ]);
}

test("several recent runs are picked from the history and stand side by side", async ({
  playground,
  request,
}) => {
  const runs = await twoRuns(request);
  const { page } = playground;
  await page.getByRole("button", { name: "History" }).click();
  await page.getByRole("menuitem", { name: "Pick runs to compare" }).click();
  await expect(page.getByRole("menuitem", { name: "Compare", exact: true })).toBeDisabled();
  await page
    .getByRole("menuitemcheckbox", { name: /Paris and in Oslo/ })
    .first()
    .click();
  await page
    .getByRole("menuitemcheckbox", { name: /Paris and in Rome/ })
    .first()
    .click();
  await page.getByRole("menuitem", { name: "Compare 2 runs" }).click();
  await page.waitForURL(/\/compare\?runs=/);
  expect(new URL(page.url()).searchParams.get("runs")).toBe([...runs].reverse().join(","));

  const comparison = new Comparison(page);
  await expect(comparison.column("A")).toContainText("Paris and in Oslo");
  const overview = await comparison.view("Overview");
  expect(await comparison.cells(overview, "Engine")).toEqual(["manual", "· same manual"]);
  expect(await comparison.cells(overview, "Requests")).toEqual(["2", "· same 2"]);
  await expect(comparison.column("A")).toContainText("Completed");
  expect((await comparison.cells(overview, "Turn 1"))[1]).toMatch(/ms|s/);
});

test("headers and bodies say where two runs differ, in words and without secrets", async ({
  page,
  request,
}) => {
  const comparison = new Comparison(page);
  await comparison.open(await twoRuns(request));
  await comparison.view("Headers");
  const turn = comparison.turn(2);
  const [, changed] = await comparison.cells(turn, "cf-aig-authorization");
  expect(changed).toMatch(/^≠ differs Bearer •+\S* #[0-9a-f]{6}$/);
  expect(await comparison.cells(turn, "X-Trace")).toEqual(["one", "– missing missing"]);
  expect((await comparison.cells(turn, "anthropic-version"))[1]).toBe("· same");

  await comparison.only(true);
  await expect(turn.getByRole("rowheader", { name: "anthropic-version" })).toHaveCount(0);
  await expect(turn.getByRole("rowheader", { name: "X-Trace" })).toBeVisible();

  await comparison.view("Bodies");
  const first = comparison.turn(1);
  await expect(first.getByRole("rowheader", { name: "model" })).toHaveCount(0);
  expect(await comparison.cells(first, "system")).toEqual(["", '+ only here "You are brief."']);
  expect((await comparison.cells(first, "content"))[1]).toContain("Oslo");
  await expect(first.getByRole("deletion")).toHaveText("Rome");
  await expect(first.getByRole("insertion")).toHaveText("Oslo");
  await comparison.only(false);
  expect(await comparison.cells(first, "model")).toHaveLength(2);
  expect(await page.content()).not.toContain(secret);
});

test("baseline, order and choice of runs are changed on the page and stand in the address", async ({
  page,
  request,
}) => {
  const [one, two] = await twoRuns(request);
  const comparison = new Comparison(page);
  await comparison.open([one, two]);
  await comparison.press("Run B as baseline");
  const overview = await comparison.view("Overview");
  expect(await comparison.cells(overview, "SDK")).toEqual([
    expect.stringContaining("same"),
    expect.not.stringContaining("same"),
  ]);

  await page.getByRole("button", { name: "Move run B left" }).focus();
  await page.keyboard.press("Enter");
  await expect(comparison.column("A")).toContainText("Oslo");
  await expect(page.getByRole("button", { name: "Move run A left" })).toBeFocused();
  const address = new URL(page.url());
  expect(address.searchParams.get("runs")).toBe(`${two},${one}`);
  expect(address.searchParams.get("baseline")).toBe(two);

  await page.reload();
  await expect(comparison.column("A").getByRole("button", { name: "Run A as baseline" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await comparison.press("Remove run B");
  await expect(page.getByRole("heading", { name: "Put runs side by side" })).toBeVisible();
  await expect(page.getByRole("status")).toContainText("1 picked, 1 more");
  await page
    .getByRole("checkbox", { name: /Paris and in Rome/ })
    .first()
    .check();
  await comparison.press("Compare 2 runs");
  await expect(comparison.column("B")).toContainText("Rome");
});

test("a run that is not here does not keep the others from being compared", async ({ page, request }) => {
  const [one, two] = await twoRuns(request);
  const comparison = new Comparison(page);
  await comparison.open(["run_000000000aaaaaaaaaa", one, two]);
  await expect(comparison.column("A")).toContainText("Not found");
  const notice = page.getByText("1 run cannot be shown; the others are compared");
  await expect(notice).toBeVisible();
  const overview = await comparison.view("Overview");
  expect(await comparison.cells(overview, "Requests")).toEqual([expect.anything(), "2", "· same 2"]);
  await comparison.press("Remove run A");
  await expect(notice).toHaveCount(0);
});

test("a run with more requests stands beside one with fewer", async ({ page, request }) => {
  const runs = await Promise.all([
    run(request, { prompt: "Hello" }),
    run(request, { prompt: "What is the weather in Paris?", tools: ["get_weather"] }),
  ]);
  const comparison = new Comparison(page);
  await comparison.open(runs, "&view=headers");
  const second = comparison.turn(2);
  const cells = await comparison.cells(second, "Request compared with B");
  expect(cells[0]).toBe("no such request");
  expect(cells[1]).toContain("200");
});

test("the palette leads to the comparison, which says how to begin", async ({ playground }) => {
  const { page } = playground;
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill("Compare runs");
  await expect(page.getByRole("option", { name: "Compare runs" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/compare/);
  await expect(page.getByRole("heading", { name: "Put runs side by side" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Compare", exact: true })).toBeDisabled();
});

for (const [theme, width] of [
  ["light", 1440],
  ["dark", 1024],
] as const) {
  test(`turns open and close by key, and axe finds nothing, ${theme} at ${width}`, async ({
    page,
    request,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.addInitScript((value) => localStorage.setItem("toolscope:theme", value), theme);
    const comparison = new Comparison(page);
    await comparison.open(await twoRuns(request), "&view=headers");
    const first = page.getByRole("button", { name: /^Turn 1\b/ });
    await first.focus();
    await page.keyboard.press("ArrowLeft");
    await expect(first).toHaveAttribute("aria-expanded", "false");
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("button", { name: /^Turn 2\b/ })).toBeFocused();
    for (const view of ["Headers", "Bodies", "Overview"] as const) {
      await comparison.view(view);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });
}
