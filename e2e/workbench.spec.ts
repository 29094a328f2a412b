import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";
import { Playground } from "./playground";
import { WorkbenchPage } from "./workbench-page";

const source = `async ({ city }, { log }) => {
  log("looking at", city);
  return { city, bikes: 7 };
}`;

const schema = JSON.stringify({
  type: "object",
  properties: { city: { type: "string", description: "Name of the city" } },
  required: ["city"],
});

test("a JavaScript tool is written from nothing, tried, and called by a model", async ({ page, logOf }) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await workbench.add(/^JavaScript/);
  await workbench.field("Name").fill("count_bikes");
  await workbench
    .field("Description")
    .fill(
      "Counts the rental bikes that are free in a city right now. Call it once for each city. Gives a number.",
    );
  await workbench.showSchemaAs("JSON");
  await workbench.write("Input schema (JSON)", schema);
  await workbench.write("Source", source);

  await workbench.typeInputAs("JSON");
  await workbench.write("Input (JSON)", '{"city":"Oslo"}');
  await workbench.tryIt();
  await expect(workbench.result.getByRole("status")).toContainText("1 call in");
  await expect(workbench.result).toContainText('"Oslo"');
  await expect(workbench.result.getByRole("list", { name: "Log" })).toContainText("looking at Oslo");

  await page.getByRole("link", { name: "Use in a run" }).click();
  const playground = new Playground(page);
  await playground.ask("How many rental bikes are free in Oslo and in Bergen?");
  await playground.untilStatus("Completed");
  const calls = playground.turn(1).getByRole("button", { name: /^Call count_bikes/ });
  await expect(calls).toHaveCount(2);
  const log = await logOf(await playground.runId());
  const ends = log.filter((event) => event.type === "tool-call-end");
  expect(ends.map((event) => event.result.content)).toEqual([
    '{"city":"Oslo","bikes":7}',
    '{"city":"Bergen","bikes":7}',
  ]);
});

test("form and JSON of a schema are one text, and neither rewrites what is typed in the other", async ({
  page,
}) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await workbench.add(/^Fixed reply/);
  await workbench.showSchemaAs("JSON");
  const typed = '{ "type": "object",\n\n     "properties": { "city":   { "type": "string" } } }';
  await workbench.write("Input schema (JSON)", typed);
  await workbench.showSchemaAs("Form");
  await workbench.editor.getByRole("textbox", { name: "Description of city" }).fill("Where");
  await workbench.editor.getByRole("checkbox", { name: "required" }).click();
  await workbench.showSchemaAs("JSON");
  const code = page.locator('.cm-content[aria-label="Input schema (JSON)"]');
  await expect(code).toContainText('"city":   { "type": "string"');
  await expect(code).toContainText('"description": "Where"');
  await expect(code).toContainText('"required"');

  await workbench.write("Input schema (JSON)", '{ "type": "object", ');
  await expect(workbench.editor.getByRole("alert").first()).toContainText("This is not JSON");
  await expect(page.locator(".cm-lintRange-error, .cm-lint-marker-error").first()).toBeVisible();
  await workbench.showSchemaAs("Form");
  await expect(workbench.editor).toContainText("The form is back when the JSON is whole");
});

test("a source that does not parse is marked at its line, and a malformed input can be tried", async ({
  page,
}) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await workbench.add(/^JavaScript/);
  await workbench.write("Source", "async () => {\n  return 1 +;\n}");
  await expect(workbench.editor.getByRole("alert")).toContainText("Unexpected token");
  await workbench.write("Source", "async () => 1");
  await expect(workbench.editor.getByRole("alert")).toHaveCount(0);
  await workbench.typeInputAs("JSON");
  await workbench.write("Input (JSON)", '{"query": ');
  await workbench.tryIt();
  await expect(workbench.result).toContainText("got null");
  await workbench.write("Input (JSON)", '{"query": 3}');
  await workbench.tryIt();
  await expect(workbench.result).toContainText('"query" must be a string, not 3');
});

test("Stop ends a tool that spins, and the server goes on answering", async ({ page, request }) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await workbench.add(/^JavaScript/);
  await workbench.write("Source", "() => { for (;;); }");
  await workbench.side.getByRole("spinbutton", { name: "Times at once" }).fill("3");
  await workbench.tryIt();
  await expect(workbench.result.getByRole("status")).toContainText("0 of 3 calls ended");
  expect((await request.get("/api/health")).ok()).toBe(true);
  await workbench.side.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(workbench.result.getByRole("status")).toContainText("Stopped");
});

test("what is deleted comes back, and everything is there after a reload", async ({ page }) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await workbench.add(/^HTTP/);
  await workbench.field("Name").fill("ask_shop");
  await workbench.list.getByRole("button", { name: "More for ask_shop" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(workbench.list.getByRole("button", { name: /^ask_shop/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await expect(workbench.list.getByRole("button", { name: /^ask_shop/ })).toBeVisible();
  await page.reload();
  await expect(workbench.list.getByRole("button", { name: /^ask_shop/ })).toBeVisible();
});

test("a Python function is pasted, its lint is fixed with one press, and it is seen as it is sent", async ({
  page,
}) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await workbench.add(/^Paste or import/);
  const dialog = page.getByRole("dialog", { name: "Import tools" });
  await dialog.getByRole("textbox", { name: "Text" }).fill("def broken(");
  await expect(dialog.getByRole("alert")).toContainText("Line 1");
  await dialog
    .getByRole("textbox", { name: "Text" })
    .fill(
      'def find_room(day: str, seats: int = 4):\n    """Finds a free room.\n\n    Args:\n        day: The day\n    """',
    );
  await expect(dialog.getByRole("list", { name: "Found tools" })).toContainText("find_room(day, seats)");
  await dialog.getByRole("button", { name: "Add 1 tool to this set" }).click();
  await expect(workbench.field("Name")).toHaveValue("find_room");

  await workbench.field("Name").fill("find room");
  await expect(workbench.editor.getByRole("list", { name: "Errors" })).toContainText(
    "refuses the whole request",
  );
  await workbench.editor.getByRole("button", { name: "Rename to find_room" }).click();
  await expect(workbench.field("Name")).toHaveValue("find_room");
  await workbench.side.getByRole("tab", { name: /^Lint/ }).click();
  await expect(workbench.side.getByRole("list", { name: "Lint" })).toContainText(
    '"seats" has no description',
  );

  await workbench.side.getByRole("tab", { name: "As sent" }).click();
  const definition = workbench.side.getByRole("region", { name: "Definition as sent" });
  await expect(definition).toContainText('"input_schema"');
  await expect(workbench.side.getByRole("region", { name: "Tokens" })).toContainText(/This tool alone\s*\d+/);
});

test("a ready set is opened with its prompt and runs to its end", async ({ page }) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await page.getByRole("button", { name: "Ready sets" }).click();
  await page
    .getByRole("article", { name: "Catalogue of 200 deferred tools" })
    .getByRole("button", { name: "Open with its prompt" })
    .click();
  await expect(workbench.list).toContainText("202 of 202 tools on");
  await page.getByRole("link", { name: "Use in a run" }).click();
  const playground = new Playground(page);
  await playground.run.click();
  await playground.untilStatus("Completed");
  await expect(
    playground
      .turn(1)
      .getByRole("button", { name: /^Call / })
      .first(),
  ).toBeVisible();
});

test("a set leaves as a file and comes back by drag and drop", async ({ page }) => {
  const workbench = new WorkbenchPage(page);
  await workbench.open();
  await workbench.add(/^JavaScript/);
  await workbench.field("Name").fill("count_bikes");
  await page.getByRole("button", { name: "Tool set: Built-in tools" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Export as a file" }).click(),
  ]);
  const { readFileSync } = await import("node:fs");
  const text = readFileSync(await download.path(), "utf8");
  expect(JSON.parse(text)).toMatchObject({ name: "Built-in tools" });
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], "set.tools.json", { type: "application/json" }));
    return data;
  }, text);
  await page.dispatchEvent("main", "drop", { dataTransfer: transfer });
  await page.getByRole("button", { name: "As a new tool set" }).click();
  await expect(page.getByRole("button", { name: "Tool set: Built-in tools 2" })).toBeVisible();
  await expect(workbench.list.getByRole("button", { name: /^count_bikes/ })).toBeVisible();
});

for (const colorScheme of ["dark", "light"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("no part of the workbench has a serious accessibility violation", async ({ page }) => {
      test.slow();
      const workbench = new WorkbenchPage(page);
      const serious = async (where: string) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        expect(found.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.html}`)).toEqual([]);
      };
      await workbench.open();
      await workbench.add(/^JavaScript/);
      await expect(page.locator(".cm-content").first()).toBeVisible();
      await workbench.editor.getByRole("button", { name: /^Advanced/ }).click();
      await workbench.tryIt();
      await expect(workbench.result.getByRole("status")).toContainText("1 call in");
      await serious("a JavaScript tool that was tried");
      await workbench.showSchemaAs("JSON");
      await workbench.write("Input schema (JSON)", '{"type": "string"}');
      await workbench.side.getByRole("tab", { name: /^Lint/ }).click();
      await serious("lint");
      await workbench.side.getByRole("tab", { name: "As sent" }).click();
      await serious("as sent");
      await page.getByRole("button", { name: "Ready sets" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await serious("ready sets");
    });
  });
}
