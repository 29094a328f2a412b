// P19: what does an archive of a run give away?
import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures";

const key = "sk-made-up-har-canary-13579";
const gateway = "har-gateway-canary-24680";

test("P19 har-default: the archive is a valid HAR without any secret, and there is no other", async ({
  playground,
  request,
}) => {
  const started = await request.post("/api/runs", {
    data: {
      prompt: `Repeat ${key}`,
      provider: { kind: "custom", baseURL: `${test.info().project.use.baseURL}/simulator`, apiKey: key },
      headers: { default: [{ name: "X-Gateway", value: gateway, secret: true }] },
    },
  });
  expect(started.status()).toBe(201);
  const { runId } = await started.json();
  await playground.open(`/runs/${runId}`);
  await expect(playground.status).toContainText(/Completed|Failed/);
  const download = playground.page.waitForEvent("download");
  await playground.page.getByRole("button", { name: "Actions for this run" }).click();
  await expect(playground.page.getByRole("menuitem", { name: /HAR/ })).toHaveCount(1);
  await playground.page.getByRole("menuitem", { name: "Export requests as HAR" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`${runId}.har`);
  const text = readFileSync(await file.path(), "utf8");
  const { log } = JSON.parse(text);
  expect(log).toMatchObject({ version: "1.2", creator: { name: "Toolscope" } });
  expect(log.entries.length).toBeGreaterThan(0);
  for (const entry of log.entries) {
    expect(Date.parse(entry.startedDateTime)).toBeGreaterThan(0);
    expect(entry.time).toBeCloseTo(entry.timings.send + entry.timings.wait + entry.timings.receive, 1);
    expect(entry.request).toMatchObject({ method: "POST", httpVersion: "HTTP/1.1", cookies: [] });
    expect(entry.response.content.size).toBeGreaterThanOrEqual(0);
  }
  for (const secret of [key, gateway])
    for (const form of [secret, Buffer.from(secret).toString("base64"), encodeURIComponent(secret)])
      expect(text).not.toContain(form);
});
