import type { RunRequestInput } from "@/lib/protocol/run-request";
import { expect, test } from "./fixtures";
import { finishedRun, HeadersPane } from "./headers-pane";

const token = "Bearer made-up-gateway-token";
const prompt = "What's the weather in Paris?";

type Received = { readonly headers: [string, string][] };

/** A run through the gateway; `mark` is how its requests are found again in the simulator's record. */
const throughGateway = (mark: string): RunRequestInput => ({
  prompt,
  provider: { kind: "simulator", gateway: true },
  headers: {
    default: [
      { name: "cf-aig-authorization", value: token, secret: true },
      { name: "X-Run-Mark", value: mark },
      { name: "X_Under_Score", value: "a  b" },
    ],
    perRequest: [{ name: "x-per-request", value: "" }],
  },
});

test("every header the simulator received is on the screen, in its order and case", async ({
  page,
  request,
}) => {
  const mark = `order-${Date.now()}`;
  const runId = await finishedRun(request, throughGateway(mark));
  const record = (await (await request.get("/simulator/_requests")).json()) as { requests: Received[] };
  const received = record.requests
    .filter(({ headers }) => headers.some(([, value]) => value === mark))
    .toReversed();
  expect(received).toHaveLength(2);

  const pane = new HeadersPane(page);
  await pane.open(runId, "&headers=hops");
  for (const [index, { headers }] of received.entries()) {
    if (index > 0) await page.getByRole("button", { name: "Request after" }).click();
    await expect(pane.region.getByRole("combobox", { name: "Request" })).toContainText(
      `Request ${index + 1},`,
    );
    const shown = await pane.linesAt("At the provider");
    expect(shown.map(([name]) => name)).toEqual(headers.map(([name]) => name));
    for (const [line, [name, value]] of headers.entries()) {
      const isSecret = /key|auth/i.test(name);
      if (!isSecret) expect([name, shown[line]?.[1]]).toEqual([name, value === "" ? "(empty)" : value]);
      else expect(shown[line]?.[1]).toMatch(/#[0-9a-f]{6}$/);
    }
  }

  await pane.choose("View", "All requests");
  for (const [name] of received[0]?.headers ?? []) {
    await expect(pane.grid.getByRole("rowheader", { name, exact: true })).toBeVisible();
  }
});

test("the hop view names who changed each header", async ({ page, request }) => {
  const runId = await finishedRun(request, throughGateway("hops"));
  const pane = new HeadersPane(page);
  await pane.open(runId, "&headers=hops");
  const row = (name: string) =>
    pane.region.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
  await expect(row("cf-aig-authorization")).toContainText("taken out by the gateway");
  await expect(row("X-Stainless-Lang")).toContainText("added by the SDK");
  await expect(row("accept-language")).toContainText("added by the HTTP client");
  await expect(row("authorization").or(row("x-api-key")).first()).toContainText("by the gateway");
  await expect(row("X-Stainless-Lang")).toContainText("The language of the SDK.");
});

test("a cell for each point says what happened there; what the gateway keeps is no alarm", async ({
  page,
  request,
}) => {
  const runId = await finishedRun(request, throughGateway("points"));
  const pane = new HeadersPane(page);
  await pane.open(runId);
  await expect(pane.grid.getByRole("columnheader", { name: /^Request \d/ })).toHaveCount(2);
  await expect(pane.cell("cf-aig-authorization on request 1 at gateway: same")).toBeVisible();
  await expect(pane.cell("cf-aig-authorization on request 2 at provider: removed on purpose")).toBeVisible();
  await expect(pane.cell("X-Run-Mark on request 2 at provider: same")).toBeVisible();
  await expect(page.getByRole("region", { name: "Findings" })).not.toContainText("cf-aig-authorization");
});

test("a dropped token is found, named, and one press away", async ({ page, request }) => {
  const runId = await finishedRun(request, {
    ...throughGateway("mishap"),
    mishaps: ["drop-default-headers-on-follow-up"],
  });
  const pane = new HeadersPane(page);
  await pane.open(runId, "&header-show=problems");
  expect((await pane.rowNames()).toSorted()).toEqual(["X-Run-Mark", "X_Under_Score", "cf-aig-authorization"]);
  await pane.grid
    .getByRole("button", { name: "cf-aig-authorization: first missing on request 2, go there" })
    .click();
  await expect(pane.cell("cf-aig-authorization on request 2 at fetch: missing")).toBeFocused();
  const { findings } = await (await request.get(`/api/runs/${runId}`)).json();
  expect(findings).toContainEqual(
    expect.objectContaining({
      code: "gateway-token-missing",
      header: "cf-aig-authorization",
      requestId: "r2",
      point: "fetch",
      mishap: "drop-default-headers-on-follow-up",
    }),
  );
});

test("filters leave what they name: text, group, kind, differences", async ({ page, request }) => {
  const runId = await finishedRun(request, throughGateway("filters"));
  const pane = new HeadersPane(page);
  await pane.open(runId);
  await pane.region.getByRole("textbox", { name: "Filter headers" }).fill("RUN-MARK");
  await expect.poll(() => pane.rowNames()).toEqual(["X-Run-Mark"]);
  await pane.region.getByRole("textbox", { name: "Filter headers" }).fill("");
  await pane.pick("Group", "HTTP client");
  await expect(pane.row("accept-language")).toBeVisible();
  await expect(pane.row("X-Run-Mark")).toHaveCount(0);
  await pane.pick("Group", "All groups");
  await pane.pick("Kind of request", "Follow-up");
  await expect(pane.grid.getByRole("columnheader", { name: /^Request \d/ })).toHaveCount(1);
  await expect(pane.grid.getByRole("columnheader", { name: "Request 2, turn 2, follow-up" })).toBeVisible();
  await pane.pick("Kind of request", "All requests");
  await pane.region.getByRole("switch", { name: "Differences only" }).click();
  await expect(pane.row("content-length")).toBeVisible();
  await expect(pane.row("X-Run-Mark")).toHaveCount(0);
  await page.reload();
  await expect(pane.row("content-length")).toBeVisible();
  await expect(pane.row("X-Run-Mark")).toHaveCount(0);
});

test("the grid is walked by keyboard", async ({ page, request }) => {
  const runId = await finishedRun(request, throughGateway("keys"));
  const pane = new HeadersPane(page);
  await pane.open(runId, "&point=wire");
  const names = await pane.rowNames();
  await pane.cell(`${names[0]} on request 1 at wire`).focus();
  await page.keyboard.press("ArrowDown");
  await expect(pane.cell(`${names[1]} on request 1 at wire`)).toBeFocused();
  await page.keyboard.press("End");
  await expect(pane.cell(`${names[1]} on request 2 at wire`)).toBeFocused();
  await page.keyboard.press("Control+End");
  await expect(pane.cell(`${names.at(-1)} on request 2 at wire`)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary", { name: "Inspector" })).toContainText("Request 2");
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowLeft");
  await expect(pane.grid.getByRole("button", { name: `Expect ${names[0]} on every request` })).toBeFocused();
});

test("one press expects a header on every request of the next run", async ({ page, request }) => {
  const runId = await finishedRun(request, throughGateway("expect"));
  const pane = new HeadersPane(page);
  await pane.open(runId);
  const pin = pane.grid.getByRole("button", { name: "Expect X-Run-Mark on every request" });
  await pin.click();
  await expect(pin).toHaveAttribute("aria-pressed", "true");
  const stored = await page.evaluate(() => window.localStorage.getItem("toolscope:setup"));
  expect(stored).toContain("X-Run-Mark");
  await pin.click();
  await expect(pin).toHaveAttribute("aria-pressed", "false");
});

test("a request is copied as a command without its secrets", async ({ page, request, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const runId = await finishedRun(request, throughGateway("curl"));
  const pane = new HeadersPane(page);
  await pane.open(runId);
  await pane.cell("X-Run-Mark on request 2 at fetch").focus();
  await pane.region.getByRole("button", { name: "Copy request 2 as cURL" }).click();
  await expect(pane.region.getByRole("button", { name: "Copied" })).toBeVisible();
  const command = await page.evaluate(() => navigator.clipboard.readText());
  expect(command).toContain('"cf-aig-authorization: Bearer $CF_AIG_AUTHORIZATION"');
  expect(command).toContain("$ANTHROPIC_API_KEY");
  expect(command).toContain("-H 'x-run-mark: curl'");
  expect(command).not.toContain("made-up-gateway-token");
});

test("a long run opens with alike requests folded, and shows each on demand", async ({ page, request }) => {
  const waits = Array.from({ length: 59 }, () => ({
    content: [{ type: "tool_use", name: "wait", input: { seconds: 0 } }],
  }));
  const runId = await finishedRun(request, {
    ...throughGateway("long"),
    tools: ["wait"],
    limits: { maxTurns: 100 },
    scenario: {
      turns: [...waits, { content: [{ type: "text", text: "Done." }] }],
      pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 },
    },
  });
  const pane = new HeadersPane(page);
  await pane.open(runId);
  const heads = pane.grid.getByRole("columnheader", { name: /^Requests? \d/ });
  await expect(heads).toHaveCount(2);
  await expect(
    pane.grid.getByRole("columnheader", { name: "Requests 2 to 60, alike, turns 2 to 60, follow-up" }),
  ).toBeVisible();
  await pane.region.getByRole("switch", { name: "Fold alike requests" }).click();
  await expect(pane.grid.getByRole("columnheader", { name: "Request 3, turn 3, follow-up" })).toBeVisible();
});
