import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";
import type { View } from "./playground";

for (const colorScheme of ["dark", "light"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("no pane has a serious accessibility violation", async ({ playground }) => {
      // Seven analyses, each of seconds where the machine has other work.
      test.setTimeout(120_000);
      const { page } = playground;
      const serious = async (where: string) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        expect(found.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.html}`)).toEqual([]);
      };
      await serious("gallery");
      await playground.ask("What's the weather in Paris? Also, what's 15 + 27?");
      await playground.untilStatus("Completed");
      const views: View[] = ["Transcript", "Timeline", "Headers", "Log"];
      for (const view of views) {
        await playground.view(view);
        await serious(view);
      }
      await playground.view("Transcript");
      await playground
        .turn(1)
        .getByRole("button", { name: /^Call get_weather/ })
        .click();
      await expect(playground.inspector).toBeVisible();
      await serious("inspector of a call");
      await playground
        .turn(1)
        .getByRole("button", { name: /^Request POST/ })
        .click();
      await serious("inspector of a request");
      await page.keyboard.press("ControlOrMeta+k");
      await expect(page.getByRole("dialog")).toBeVisible();
      await serious("command palette");
    });
  });
}

test("the theme follows the system, can be chosen, and is remembered", async ({ playground }) => {
  const { page } = playground;
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  const light = await background();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await page.getByRole("combobox", { name: "Theme" }).click();
  await page.getByRole("option", { name: "Light" }).click();
  await expect.poll(background).toBe(light);
  await page.reload();
  await expect.poll(background).toBe(light);
  expect(dark).not.toBe(light);
});

test("everything from the prompt to the inspector works by keyboard alone", async ({ playground }) => {
  const { page } = playground;
  const press = async (key: string, times = 1) => {
    for (let count = 0; count < times; count += 1) await page.keyboard.press(key);
  };
  const tabTo = async (name: RegExp) => {
    for (let count = 0; count < 120; count += 1) {
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
      });
      if (name.test(focused)) return;
      await press("Tab");
    }
    throw new Error(`Tab never reached ${name}`);
  };
  await playground.prompt.focus();
  await press("ControlOrMeta+a");
  await page.keyboard.type("What's the weather in Paris and in Rome?");
  await press("ControlOrMeta+Enter");
  await playground.untilStatus("Completed");

  await tabTo(/^Transcript$/);
  await press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Timeline" })).toHaveAttribute("aria-selected", "true");
  await tabTo(/^Turn 1,/);
  await press("ArrowDown", 2);
  await press("Enter");
  await expect(playground.inspector).toBeVisible();
  await press("Escape");
  await expect(playground.inspector).toBeHidden();

  await press("ControlOrMeta+k");
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
  await page.keyboard.type("headers");
  await press("Enter");
  await expect(page.getByRole("tab", { name: "Headers" })).toHaveAttribute("aria-selected", "true");
});

test("at 1024 px nothing is cut off sideways", async ({ playground }) => {
  await playground.page.setViewportSize({ width: 1024, height: 768 });
  await playground.ask("What's the weather in Paris and in Rome?");
  await playground.untilStatus("Completed");
  for (const view of ["Transcript", "Timeline", "Headers", "Log"] as const) {
    await playground.view(view);
    const overflow = await playground.page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  }
});

test("the ticks of the time axis keep apart when the inspector takes its room", async ({ playground }) => {
  await playground.page.setViewportSize({ width: 1280, height: 720 });
  await playground.ask("What's the weather in Paris and in Rome?");
  await playground.untilStatus("Completed");
  const timeline = await playground.view("Timeline");
  await timeline.getByRole("button", { name: /^get_weather Rome/ }).click();
  await expect(playground.inspector).toBeVisible();
  const labels = timeline.getByText("since the run began").locator("..").locator("div > span");
  await expect(async () => {
    const boxes = await Promise.all((await labels.all()).map((label) => label.boundingBox()));
    expect(boxes.length).toBeGreaterThan(1);
    for (const [index, box] of boxes.slice(1).entries()) {
      const before = boxes[index];
      expect(box?.x ?? 0).toBeGreaterThanOrEqual((before?.x ?? 0) + (before?.width ?? 0));
    }
  }).toPass({ timeout: 5_000 });
});
