// The comparison as a person sees it: columns, views and rows by role and name.
import { expect, type Locator, type Page } from "@playwright/test";

export type ComparisonView = "Overview" | "Headers" | "Bodies";

export class Comparison {
  constructor(readonly page: Page) {}

  async open(runs: readonly string[], more = ""): Promise<void> {
    await this.page.goto(`/compare?runs=${runs.join(",")}${more}`);
    await expect(this.column("A")).toBeVisible();
  }

  column(letter: string): Locator {
    return this.page.getByRole("columnheader", { name: `Run ${letter}`, exact: true });
  }

  async view(name: ComparisonView): Promise<Locator> {
    await this.page.getByRole("tab", { name, exact: true }).click();
    return this.page.getByRole("region", { name, exact: true });
  }

  /** The rows of one turn, in the view that is open. */
  turn(number: number): Locator {
    return this.page
      .getByRole("rowgroup")
      .filter({ has: this.page.getByRole("button", { name: new RegExp(`^Turn ${number}\\b`) }) });
  }

  /** What a row says in each column. */
  async cells(within: Locator, label: string): Promise<string[]> {
    const row = within
      .getByRole("row")
      .filter({ has: this.page.getByRole("rowheader", { name: label, exact: true }) });
    await expect(row).toBeVisible();
    return (await row.getByRole("cell").allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
  }

  async only(on: boolean): Promise<void> {
    await this.page.getByRole("switch", { name: "Differences only" }).setChecked(on);
  }

  press(name: string | RegExp): Promise<void> {
    return this.page.getByRole("button", { name }).click();
  }
}
