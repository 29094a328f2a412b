// The header lab as a person sees it.
import { expect, type Locator, type Page } from "@playwright/test";

export class HeaderLab {
  readonly table: Locator;
  readonly runAll: Locator;
  readonly stop: Locator;
  readonly choices: Locator;
  readonly summary: Locator;

  constructor(readonly page: Page) {
    this.table = page.getByRole("grid", { name: "Header lab" });
    this.runAll = page.getByRole("button", { name: /^Run \d+ checks?$/ });
    this.stop = page.getByRole("button", { name: "Stop", exact: true });
    this.choices = page.getByRole("complementary", { name: "Choices" });
    this.summary = page.getByRole("main").getByRole("status").first();
  }

  async open(query = ""): Promise<void> {
    await this.page.goto(`/headers${query}`);
    await expect(this.table).toBeVisible();
  }

  /** Presses Run once and waits until nothing goes on any more. */
  async runEverything(): Promise<void> {
    await this.runAll.click();
    await expect(this.stop).toBeVisible();
    await expect(this.runAll).toBeVisible({ timeout: 120_000 });
  }

  /** `place` is engine and version, kind and, where it matters, route. */
  cell(...place: readonly string[]): Locator {
    return this.table.getByRole("gridcell", { name: place.join(", ") });
  }

  fact(text: RegExp): Locator {
    return this.choices.getByRole("button", { name: text });
  }
}
