// What every end-to-end test starts with.
import { test as base, expect, type Page } from "@playwright/test";
import { checkEventOrder } from "@/lib/protocol/event-order";
import { type RunEvent, runEventSchema } from "@/lib/protocol/run-event";
import { Playground } from "./playground";

type Fixtures = {
  readonly playground: Playground;
  /** The stored log of a run, held against the schema and the grammar. */
  readonly logOf: (runId: string) => Promise<RunEvent[]>;
};

export const test = base.extend<Fixtures>({
  page: async ({ page }, use) => {
    const problems = problemsOf(page);
    await use(page);
    expect(problems, "nothing goes wrong unseen in the page").toEqual([]);
  },
  playground: async ({ page }, use) => {
    const playground = new Playground(page);
    await playground.open();
    await use(playground);
  },
  logOf: async ({ request }, use) => {
    await use(async (runId) => {
      const text = await (await request.get(`/api/runs/${runId}/log`)).text();
      const events = text
        .split("\n")
        .filter(Boolean)
        .map((line) => runEventSchema.parse(JSON.parse(line)));
      expect(checkEventOrder(events)).toEqual([]);
      return events;
    });
  },
});

export { expect };

/** Errors and warnings of the page, but for failed loads that a test asks for and judges itself. */
function problemsOf(page: Page): string[] {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    const expected = message.text().startsWith("Failed to load resource");
    if (["error", "warning"].includes(message.type()) && !expected) problems.push(message.text());
  });
  return problems;
}
