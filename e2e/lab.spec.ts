import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";
import { HeaderLab } from "./header-lab";
import { Playground } from "./playground";

/** A lab of few runs, for tests that are not about what they say. */
const few = "?engines=manual&sdk=1.13.0&headers=default,key";

test("one press, and the table agrees with what is known of the packages", async ({ page }) => {
  test.setTimeout(180_000);
  const lab = new HeaderLab(page);
  await lab.open();
  await expect(lab.cell("Tool runner 1.13.0", "Default headers")).toContainText("not run yet");
  await lab.runEverything();

  for (const engine of ["Manual loop", "Tool runner"])
    for (const version of ["1.13.0", "1.0.0", "0.137.0", "0.80.0", "0.63.1"]) {
      await expect(lab.cell(`${engine} ${version}`, "Default headers")).toContainText("arrived on all");
      const isBearer = version.startsWith("1.");
      await expect(lab.cell(`${engine} ${version}`, "API key")).toContainText(
        isBearer ? "travels as authorization" : "arrived on all",
      );
    }
  const perCall = "Per-request headers";
  await expect(lab.cell("Tool runner 0.63.1", perCall)).toContainText("lost on every request");
  await expect(lab.cell("Tool runner 0.63.1", perCall)).toContainText("ignores its second argument");
  await expect(lab.cell("Tool runner 0.80.0", perCall)).toContainText("lost on compaction");
  await expect(lab.cell("Tool runner 0.137.0", perCall)).toContainText("arrived on all");
  await expect(lab.cell("Manual loop 0.63.1", perCall)).toContainText("arrived on all");
  const beta = "anthropic-beta in the default headers";
  await expect(lab.cell("Tool runner 1.13.0", beta, "Direct")).toContainText("replaced on every request");
  await expect(lab.cell("Tool runner, thread off 1.13.0", beta, "Direct")).toContainText("arrived on all");
  await expect(lab.cell("Manual loop 1.13.0", `${beta}, betas in the call`)).toContainText(
    "replaced on every",
  );
  await expect(lab.cell("Tool runner 1.13.0", "Default headers")).toContainText(
    "Request 2 continues a thread, without system and tools",
  );
  await expect(lab.cell("Tool runner 1.0.0", "Default headers")).not.toContainText("thread");

  const facts = await lab.choices.getByRole("listitem").allInnerTexts();
  expect(facts).toHaveLength(9);
  expect(facts.filter((text) => text.includes("reproduced by"))).toHaveLength(8);
  expect(facts.filter((text) => text.includes("contradicted"))).toEqual([]);
  await expect(lab.summary).toContainText("8 of 9 known facts reproduced");

  // A cell opens its run, at the request that lost the header.
  await lab.cell("Tool runner 0.80.0", perCall).getByRole("link").click();
  await page.waitForURL(/\/runs\/run_\w+\?tab=headers&select=request:r2/);
  await new Playground(page).untilStatus("Completed");
  await expect(page.getByRole("grid", { name: "Headers by request" })).toContainText(/x-check-call/i);
  const runId = /run_\w+/.exec(page.url())?.[0] ?? "";
  const { findings } = await (await page.request.get(`/api/runs/${runId}`)).json();
  expect(findings).toContainEqual(expect.objectContaining({ header: "X-Check-Call", requestId: "r2" }));

  // Results are there again, read from the runs.
  await page.goBack();
  await expect(lab.cell("Tool runner 0.63.1", perCall)).toContainText("lost on every request");
  await expect(lab.summary).toContainText("8 of 9 known facts reproduced", { timeout: 60_000 });
});

test("through the gateway the token stays on, and what the gateway keeps is no loss", async ({ page }) => {
  const lab = new HeaderLab(page);
  await lab.open("?engines=manual,ai-sdk&sdk=1.13.0&headers=default,key&route=gateway");
  await lab.runEverything();
  await expect(lab.cell("Manual loop 1.13.0", "Default headers")).toContainText("arrived on all");
  const aiSdk = lab.table.getByRole("gridcell", { name: /^AI SDK [\d.]+, Default headers/ });
  await expect(aiSdk).toContainText("arrived on all");
  await lab.cell("Manual loop 1.13.0", "Default headers").hover();
  await expect(page.getByRole("region", { name: "What the cell says" })).toContainText("keeps it for itself");
});

test("what is chosen stands in the address, and is remembered by it", async ({ page }) => {
  const lab = new HeaderLab(page);
  await lab.open();
  await lab.choices.getByRole("checkbox", { name: "AI SDK" }).click();
  await lab.choices.getByRole("checkbox", { name: "0.63.1" }).click();
  await lab.choices.getByRole("checkbox", { name: "Through the gateway" }).click();
  await expect(page).toHaveURL(
    /engines=manual,tool-runner,tool-runner-no-thread&sdk=.*0\.80\.0&route=direct,gateway/,
  );
  await page.reload();
  await expect(lab.table.getByRole("columnheader", { name: /Through the gateway/ }).first()).toBeVisible();
  await expect(lab.table.getByRole("rowheader", { name: "0.63.1" })).toHaveCount(0);
  await lab.choices.getByRole("button", { name: "Choose all engines" }).click();
  await lab.choices.getByRole("button", { name: "Choose no engines" }).click();
  await expect(page.getByText("Nothing is chosen")).toBeVisible();
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeDisabled();
});

test("Stop ends it, one cell can be run again, and results outlive a reload as long as their runs", async ({
  page,
  request,
}) => {
  const lab = new HeaderLab(page);
  await lab.open("?engines=manual,tool-runner&sdk=1.13.0,1.11.0");
  await lab.runAll.click();
  await lab.stop.click();
  await expect(lab.runAll).toBeVisible();
  await expect(lab.cell("Tool runner 1.11.0", "API key")).toContainText("stopped");

  await lab.open(few);
  await lab.runEverything();
  const cell = lab.cell("Manual loop 1.13.0", "Default headers");
  const link = () => cell.getByRole("link").getAttribute("href");
  const before = await link();
  await cell.hover();
  await cell.getByRole("button", { name: /^Run again/ }).click();
  await expect.poll(link).not.toBe(before);
  await expect(cell).toContainText("arrived on all");

  const again = /run_\w+/.exec((await link()) ?? "")?.[0] ?? "";
  await request.delete(`/api/runs/${again}`);
  await page.reload();
  await expect(lab.cell("Manual loop 1.13.0", "API key")).toContainText("travels as authorization");
  await expect(cell).toContainText("not run yet");

  const left = lab.cell("Manual loop 1.13.0", "API key");
  const kept = /run_\w+/.exec((await left.getByRole("link").getAttribute("href")) ?? "")?.[0] ?? "";
  const known = async () => (await request.get(`/api/runs/${kept}`)).status();
  await page.getByRole("button", { name: "Clear" }).click();
  await expect(left).toContainText("not run yet");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(left).toContainText("travels as authorization");
  await page.getByRole("button", { name: "Clear" }).click();
  await page.goto("/runs");
  await expect.poll(known).toBe(404);
});

test("a version that is not installed says so in its cell, with those there are", async ({ page }) => {
  const lab = new HeaderLab(page);
  await lab.open("?engines=manual&sdk=0.70.0&headers=default");
  await lab.runAll.click();
  const cell = lab.cell("Manual loop 0.70.0", "Default headers");
  await expect(cell).toContainText("not started");
  await expect(cell).toContainText("0.70.0 of @anthropic-ai/sdk is not installed here");
});

test("the table is walked by keyboard, and copied as Markdown", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const lab = new HeaderLab(page);
  await lab.open(few);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(lab.cell("Manual loop 1.13.0", "API key")).toContainText("travels as");
  await lab.cell("Manual loop 1.13.0", "Default headers").getByRole("link").focus();
  await page.keyboard.press("ArrowRight");
  await expect(lab.cell("Manual loop 1.13.0", "API key").getByRole("link")).toBeFocused();
  await expect(page.getByRole("region", { name: "What the cell says" })).toContainText("is in authorization");
  await page.getByRole("button", { name: "Copy table as Markdown" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    [
      "| Engine | Version | Default headers | API key |",
      "| --- | --- | --- | --- |",
      "| Manual loop | 1.13.0 | arrived on all 4 requests | travels as authorization |",
    ].join("\n"),
  );
  await lab.cell("Manual loop 1.13.0", "API key").getByRole("link").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/runs\/run_/);
});

test("it is found from the top bar and the command palette", async ({ playground }) => {
  const { page } = playground;
  await expect(page.getByRole("link", { name: "Header lab" })).toHaveAttribute("href", "/headers");
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("option", { name: "Header lab" }).click();
  await page.waitForURL("/headers");
  await expect(new HeaderLab(page).table).toBeVisible();
});

for (const colorScheme of ["dark", "light"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("it has no serious accessibility violation, empty, full and without a choice", async ({ page }) => {
      const lab = new HeaderLab(page);
      const serious = async (where: string) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        expect(found.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.html}`)).toEqual([]);
      };
      await lab.open(
        "?engines=manual,tool-runner,tool-runner-no-thread&sdk=1.13.0,0.63.1&headers=per-request,beta,key",
      );
      await serious("before");
      await lab.runEverything();
      await lab.fact(/ignores its second argument/).click();
      await lab.cell("Tool runner 0.63.1", "Per-request headers").hover();
      await serious("after");
      await page.goto("/headers?engines=none");
      await expect(page.getByText("Nothing is chosen")).toBeVisible();
      await serious("nothing chosen");
    });
  });
}
