// The playground as a person sees it: parts by role and name, and what one does with them.
import { expect, type Locator, type Page } from "@playwright/test";

export type View = "Transcript" | "Timeline" | "Headers" | "Log";

export class Playground {
  readonly run: Locator;
  readonly stop: Locator;
  readonly prompt: Locator;
  readonly status: Locator;
  readonly inspector: Locator;

  constructor(readonly page: Page) {
    this.run = page.getByRole("button", { name: "Run", exact: true });
    this.stop = page.getByRole("button", { name: "Stop", exact: true });
    this.prompt = page.getByRole("textbox", { name: "Prompt", exact: true });
    this.status = page.getByRole("region", { name: "Run", exact: true }).getByRole("status").first();
    this.inspector = page.getByRole("complementary", { name: "Inspector" });
  }

  async open(path = "/"): Promise<void> {
    await this.page.goto(path);
    await expect(this.run).toBeVisible();
  }

  async ask(prompt: string): Promise<void> {
    await this.prompt.fill(prompt);
    await this.run.click();
  }

  /** Picks something from the menu of the run on screen. */
  async act(name: string): Promise<void> {
    await this.page.getByRole("button", { name: "Actions for this run" }).click();
    await this.page.getByRole("menuitem", { name, exact: true }).click();
  }

  async playScenario(title: string): Promise<void> {
    await this.page
      .getByRole("region", { name: "Scenarios" })
      .getByRole("button", { name: title, exact: true })
      .click();
  }

  async view(name: View): Promise<Locator> {
    await this.page.getByRole("tab", { name, exact: true }).click();
    return this.page.getByRole("tabpanel", { name });
  }

  async untilStatus(words: string | RegExp): Promise<void> {
    await expect(this.status).toContainText(words, { timeout: 30_000 });
  }

  turn(number: number): Locator {
    return this.page.getByRole("region", { name: `Turn ${number}`, exact: true });
  }

  /** Where the bars of the calls stand on screen, from left to right. */
  async callBars(count: number): Promise<{ left: number; right: number }[]> {
    const bars = (await this.view("Timeline")).getByRole("button", { name: /^get_(weather|time) / });
    await expect(bars).toHaveCount(count);
    const boxes = await Promise.all((await bars.all()).map((bar) => bar.boundingBox()));
    return boxes
      .filter((box) => box !== null)
      .map((box) => ({ left: box.x, right: box.x + box.width }))
      .toSorted((one, other) => one.left - other.left);
  }

  /** The id in the address bar, where a run is always to be found again. */
  async runId(): Promise<string> {
    await this.page.waitForURL(/\/runs\/run_/);
    return new URL(this.page.url()).pathname.split("/").at(-1) ?? "";
  }
}
