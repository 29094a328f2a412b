// A mistake of our own loop, made on purpose: seen, labelled as ours, and gone when it is switched off.
import { expect, test } from "./fixtures";
import { SetupForm } from "./setup-form";

const withoutMishap = "Run again without the mishap";

test("a mishap that is switched on is found, called ours, and switched off again", async ({
  playground,
  page,
  request,
}) => {
  await new SetupForm(page).switchMishap("Forget a tool result");
  await playground.run.click();
  await playground.untilStatus("Failed");
  const failed = await playground.runId();

  const findings = page.getByRole("region", { name: "Findings" });
  await findings.getByRole("button", { name: /finding/ }).click();
  await expect(findings.getByText("A mishap you switched on", { exact: true })).toBeVisible();
  await expect(findings.getByRole("listitem").first()).toContainText(
    /1 of 4 tool calls of turn 1 have no tool_result in the next request.*forget-tool-result/,
  );
  const { findings: told } = await (await request.get(`/api/runs/${failed}`)).json();
  expect(told).toMatchObject([{ code: "results-missing", mishap: "forget-tool-result" }]);

  await findings.getByRole("button", { name: withoutMishap }).click();
  await expect(page).not.toHaveURL(new RegExp(failed));
  await playground.untilStatus("Completed");
  await expect(findings).toContainText("No findings");
  await expect(findings.getByRole("button", { name: withoutMishap })).toHaveCount(0);
});

for (const [title, words] of [
  ["A tool granted, then forgotten", "Tool reference 'get_exchange_rate' not found in available tools"],
  ["A container dropped", "container_id is required"],
  ["Default headers dropped", "x-api-key header is required"],
] as const) {
  test(`the scenario “${title}” fails with our mishap and ends well without it`, async ({
    playground,
    page,
  }) => {
    await playground.playScenario(title);
    await playground.untilStatus("Failed");
    await expect(page.getByRole("region", { name: "Why the run failed" })).toContainText(words);
    const findings = page.getByRole("region", { name: "Findings" });
    await expect(findings.getByText("Mishap, ours")).toBeVisible();
    await findings.getByRole("button", { name: withoutMishap }).click();
    await playground.untilStatus("Completed");
    await expect(findings).toContainText("No findings");
  });
}
