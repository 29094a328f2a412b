// The headers pane as a person sees it, and the runs its tests look at.
import { type APIRequestContext, expect, type Locator, type Page } from "@playwright/test";
import type { RunRequestInput } from "@/lib/protocol/run-request";
import { Playground } from "./playground";

export class HeadersPane {
  readonly region: Locator;
  readonly grid: Locator;

  constructor(readonly page: Page) {
    this.region = page.getByRole("tabpanel", { name: "Headers" });
    this.grid = this.region.getByRole("grid", { name: "Headers by request" });
  }

  /** Opens a run that has ended at this pane. */
  async open(runId: string, params = ""): Promise<void> {
    await this.page.goto(`/runs/${runId}?tab=headers${params}`);
    await new Playground(this.page).untilStatus(/Completed|Failed/);
  }

  choose(group: string, option: string): Promise<void> {
    return this.region.getByRole("radiogroup", { name: group }).getByRole("radio", { name: option }).click();
  }

  async pick(list: string, option: string): Promise<void> {
    await this.region.getByRole("combobox", { name: list }).click();
    await this.page.getByRole("option", { name: option }).click();
  }

  row(name: string): Locator {
    return this.grid.getByRole("rowheader", { name, exact: true });
  }

  cell(name: string): Locator {
    return this.grid.getByRole("gridcell", { name });
  }

  /** Once there are any: the pane may be a moment behind the status of its run. */
  async rowNames(): Promise<string[]> {
    const rows = this.grid.getByRole("rowheader");
    await expect(rows.first()).toBeVisible();
    return rows.evaluateAll((heads) => heads.flatMap((head) => head.getAttribute("aria-label") ?? []));
  }

  /** What stands in one column of the hop view, in the order of the places it gives each line. */
  async linesAt(column: string): Promise<[name: string, value: string][]> {
    const table = this.region.getByRole("region", { name: "Headers hop by hop" }).getByRole("table");
    const titles = await table.getByRole("columnheader").allInnerTexts();
    const index = titles.findIndex((title) => title.startsWith(column));
    expect(index).toBeGreaterThan(0);
    const rows = await table
      .getByRole("row")
      .filter({ has: this.page.getByRole("rowheader") })
      .all();
    const lines = await Promise.all(
      rows.map(async (row) => {
        const name = (await row.getByRole("rowheader").getAttribute("aria-label")) ?? "";
        const texts = await row
          .getByRole("cell")
          .nth(index - 1)
          .getByRole("listitem")
          .allInnerTexts();
        return texts.map((text) => {
          const [place = "", ...value] = text.split("\n");
          return { place: Number(place), name, value: value.join("") };
        });
      }),
    );
    return lines
      .flat()
      .toSorted((one, other) => one.place - other.place)
      .map(({ name, value }) => [name, value]);
  }
}

/** Starts a run by the API and waits for its end. @returns its id */
export async function finishedRun(request: APIRequestContext, body: RunRequestInput): Promise<string> {
  const { runId } = await (await request.post("/api/runs", { data: body })).json();
  await expect
    .poll(async () => (await (await request.get(`/api/runs/${runId}`)).json()).outcome, { timeout: 30_000 })
    .not.toBeNull();
  return runId;
}
