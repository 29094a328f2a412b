import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";
import { finishedRun, HistoryPage } from "./history-page";
import { Playground } from "./playground";

const weather = (place: string) => ({
  prompt: `What is the weather in ${place}?`,
  tools: ["get_weather"],
  headers: { default: [{ name: "x-trace", value: place }] },
});

test("a run is found by a query, named, pinned, and stands on top", async ({ page }) => {
  const runId = await finishedRun(page, weather("Lisbon"));
  await finishedRun(page, weather("Porto"));
  const history = new HistoryPage(page);
  await history.open();
  await expect(history.row(/Porto/)).toContainText("Completed");

  await history.search.fill("tool:get_weather header:x-tr");
  await history.search.pressSequentially("ace li");
  await expect(history.row(/Lisbon/)).toHaveCount(1);
  await expect(history.row(/Porto/)).toHaveCount(0);
  await expect(page).toHaveURL(/query=tool:get_weather/);
  await page.reload();
  await expect(history.search).toHaveValue("tool:get_weather header:x-trace li");
  await expect(history.row(/Lisbon/)).toHaveCount(1);

  await history.grid.focus();
  await page.keyboard.press("F2");
  await page.getByRole("textbox", { name: "Name of the run" }).fill("The one I keep");
  await page.keyboard.press("Enter");
  await expect(history.row("The one I keep")).toHaveCount(1);
  await page.keyboard.press("p");
  await expect(history.row("The one I keep").getByRole("button", { name: "Unpin" })).toBeVisible();

  await history.search.fill("");
  await expect(history.row(/Porto/)).toBeVisible();
  expect((await history.titles())[0]).toBe("The one I keep");
  const { title, pinned } = await (await page.request.get(`/api/runs/${runId}`)).json();
  expect({ title, pinned }).toEqual({ title: "The one I keep", pinned: true });

  await history.grid.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/runs/${runId}`);

  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("The one I keep");
  await expect(page).toHaveTitle(/The one I keep/);
  await new Playground(page).act("Rename");
  await page.getByRole("textbox", { name: "Name" }).fill("Seen again");
  await page.keyboard.press("Enter");
  await expect(heading).toHaveText("Seen again");
  await new Playground(page).act("Unpin");
  const changed = async () => (await page.request.get(`/api/runs/${runId}`)).json();
  await expect.poll(changed).toMatchObject({ title: "Seen again", pinned: false });
  await new Playground(page).act("Rename");
  await page.getByRole("textbox", { name: "Name" }).fill("");
  await page.keyboard.press("Enter");
  await expect(heading).toHaveText("What is the weather in Lisbon?");
  await page.request.delete(`/api/runs/${runId}`);
});

test("what is wrong with a query is said at the field; keys and values are offered", async ({ page }) => {
  await finishedRun(page, weather("Madrid"));
  const history = new HistoryPage(page);
  await history.open();
  await history.search.pressSequentially("stat");
  await expect(page.getByRole("option", { name: /^status:/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(history.search).toHaveValue("status:");
  await page.keyboard.type("gre");
  await expect(page.getByRole("alert").filter({ hasText: "give one of running, completed" })).toBeVisible();
  await expect(history.search).toHaveAttribute("aria-invalid", "true");
  for (const _ of "gre") await page.keyboard.press("Backspace");
  await page.getByRole("option", { name: /^status:completed/ }).click();
  await expect(history.search).not.toHaveAttribute("aria-invalid");
  await expect(history.row(/Madrid/)).toBeVisible();
  await history.search.fill("nowhere-to-be-found");
  await expect(page.getByText("No run fits this search")).toBeVisible();
});

test("two runs are picked and compared", async ({ page }) => {
  const [one, two] = [await finishedRun(page, weather("Turin")), await finishedRun(page, weather("Milan"))];
  const history = new HistoryPage(page);
  await history.open();
  await history.pick(/Turin/);
  await expect(page.getByRole("button", { name: "Compare" })).toBeDisabled();
  await history.pick(/Milan/);
  await page.getByRole("button", { name: "Compare" }).click();
  await page.waitForURL(`**/compare?runs=${one},${two}`);
});

test("deleting can be undone, and is done when the page is left", async ({ page }) => {
  const runId = await finishedRun(page, weather("Ghent"));
  const known = async () => (await page.request.get(`/api/runs/${runId}`)).status();
  const history = new HistoryPage(page);
  await history.open("weather in Ghent");
  await history.grid.focus();
  await page.keyboard.press("Delete");
  await expect(history.row(/Ghent/)).toHaveCount(0);
  expect(await known()).toBe(200);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(history.row(/Ghent/)).toHaveCount(1);
  await history.choose(/Ghent/, /^Delete/);
  await expect(history.row(/Ghent/)).toHaveCount(0);
  await page.goto("/");
  await expect.poll(known).toBe(404);
});

test("a run that goes on changes in the list until it ends", async ({ page }) => {
  const history = new HistoryPage(page);
  await history.open("scenario:long-answer going on");
  const answer = await page.request.post("/api/runs", {
    data: { prompt: "A run going on", scenario: "long-answer" },
  });
  const { runId } = await answer.json();
  await expect(history.row("A run going on")).toContainText("Running");
  await page.request.post(`/api/runs/${runId}/commands`, { data: { type: "stop" } });
  await expect(history.row("A run going on")).toContainText("Stopped");
});

test("the menu of recent runs and the palette lead to all runs", async ({ playground }) => {
  await playground.ask("What time is it in Oslo?");
  await playground.untilStatus("Completed");
  const { page } = playground;
  await page.getByRole("button", { name: "History" }).click();
  await page.getByRole("menuitem", { name: "All runs" }).click();
  await page.waitForURL("**/runs");
  await page.goto("/");
  await expect(page.getByRole("region", { name: "Scenarios" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill("all runs");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/runs");
});

test("an exported run comes back byte by byte after it was deleted, by button and by dropping", async ({
  page,
}) => {
  const runId = await finishedRun(page, weather("Graz"));
  const logOf = async () => (await page.request.get(`/api/runs/${runId}/log`)).text();
  const before = await logOf();
  const history = new HistoryPage(page);
  await history.open("weather in Graz");
  await history.pick(/Graz/);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${runId}.jsonl`);
  const file = await readFile(await download.path(), "utf8");
  expect(file).toBe(before);

  expect((await page.request.delete(`/api/runs/${runId}`)).status()).toBe(204);
  await history.open("weather in Graz");
  await expect(page.getByText("No run fits this search")).toBeVisible();
  await page
    .getByLabel("Files with exported runs")
    .setInputFiles({ name: "graz.jsonl", mimeType: "application/x-ndjson", buffer: Buffer.from(file) });
  await expect(page.getByText("1 run imported", { exact: true })).toBeVisible();
  await expect(history.row(/Graz/)).toContainText("imported");
  expect(await logOf()).toBe(before);

  const broken = file.split("\n").toSpliced(2, 1).join("\n");
  const drop = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "broken.jsonl"));
    return data;
  }, broken);
  await page.getByRole("main").dispatchEvent("drop", { dataTransfer: drop });
  await expect(page.getByText(/Line 3: seq 3 where 2 was due/).first()).toBeVisible();
  expect(await logOf()).toBe(before);

  // Whose tools and addresses it has is looked at first.
  await history.choose(/Graz/, /^Run again/);
  await page.waitForURL(`**/runs/${runId}`);
  await expect(page.getByText("This run comes from a file", { exact: true })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Prompt", exact: true })).toHaveValue(/Graz/);
  expect(new URL(page.url()).pathname).toBe(`/runs/${runId}`);
});

for (const [theme, width] of [
  ["light", 1440],
  ["dark", 1024],
] as const) {
  test(`axe finds nothing in the history, ${theme} at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.addInitScript((value) => localStorage.setItem("toolscope:theme", value), theme);
    await finishedRun(page, weather("Bern"));
    const history = new HistoryPage(page);
    await history.open();
    await history.pick(/Bern/);
    await history.search.pressSequentially("st");
    await expect(page.getByRole("option")).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
}
