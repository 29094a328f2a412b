// The history as a person sees it: the search, the rows and what is done with them.
import { expect, type Locator, type Page } from "@playwright/test";

export class HistoryPage {
  readonly search: Locator;
  readonly grid: Locator;

  constructor(readonly page: Page) {
    this.search = page.getByRole("combobox", { name: "Search runs" });
    this.grid = page.getByRole("grid", { name: "Runs" });
  }

  async open(query = ""): Promise<void> {
    await this.page.goto(query === "" ? "/runs" : `/runs?query=${encodeURIComponent(query)}`);
    await expect(this.search).toBeVisible();
  }

  row(title: string | RegExp): Locator {
    return this.grid
      .getByRole("row")
      .filter({ has: this.page.getByRole("link", { name: title, exact: typeof title === "string" }) })
      .first();
  }

  /** The titles from top to bottom. */
  async titles(): Promise<string[]> {
    return this.grid.getByRole("link").allInnerTexts();
  }

  async pick(title: string | RegExp): Promise<void> {
    await this.row(title).getByRole("checkbox").check();
  }

  async choose(title: string | RegExp, action: string | RegExp): Promise<void> {
    await this.row(title)
      .getByRole("button", { name: /^Actions for/ })
      .click();
    await this.page.getByRole("menuitem", { name: action }).click();
  }
}

/** Runs to the end. @returns the run's id */
export async function finishedRun(page: Page, body: object): Promise<string> {
  const answer = await page.request.post("/api/runs", { data: body });
  const { runId } = await answer.json();
  await expect
    .poll(async () => (await (await page.request.get(`/api/runs/${runId}`)).json()).outcome, {
      timeout: 20_000,
    })
    .not.toBeNull();
  // The history learns what a run came to a moment after its readers do.
  await expect
    .poll(async () => {
      const { runs } = await (await page.request.get(`/api/runs?query=${runId}`)).json();
      return runs[0]?.outcome;
    })
    .not.toBeNull();
  return runId;
}
