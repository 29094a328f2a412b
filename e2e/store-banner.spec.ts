import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type AppProcess, startApp } from "./app-process";
import { expect, test } from "./fixtures";
import { Playground } from "./playground";

test.describe.configure({ timeout: 90_000 });

let app: AppProcess | undefined;
const mounted: string[] = [];

test.afterEach(async () => {
  await app?.end("SIGTERM");
  app = undefined;
  for (const folder of mounted.splice(0)) execFileSync("umount", ["-l", folder]);
});

/** A disk of a megabyte; null where this user may not mount one. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), "toolscope-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return null;
  }
  mounted.push(folder);
  return folder;
}

test("a full disk is told with its remedy, nothing counts as stored, and all is well again with room", async ({
  page,
}) => {
  const disk = smallDisk();
  test.skip(disk === null, "a disk of its own takes the rights of root");
  test.setTimeout(60_000);
  if (disk === null) return;
  app = await startApp({ TOOLSCOPE_DATA_DIR: disk });
  const playground = new Playground(page);
  await playground.open(app.origin);
  const banner = page.getByRole("alert", { name: "Runs cannot be stored" });
  await expect(banner).toHaveCount(0);

  const ballast = join(disk, "ballast");
  expect(() => writeFileSync(ballast, Buffer.alloc(4_000_000))).toThrow("ENOSPC");
  await expect(banner).toContainText(`Runs cannot be stored in ${join(disk, "runs")}: the disk is full`);
  await expect(banner).toContainText("Make room");
  await playground.ask("What is the weather in Paris?");
  await expect(page.getByText(/the disk is full/).nth(1)).toBeVisible();
  const { runs } = await (await page.request.get(`${app.origin}/api/runs`)).json();
  expect(runs).toEqual([]);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  for (const path of ["/runs", "/tools", "/headers", "/compare"]) {
    await page.goto(app.origin + path);
    await expect(banner, path).toContainText("the disk is full");
  }
  await playground.open(app.origin);

  rmSync(ballast);
  await expect(banner).toHaveCount(0);
  await playground.ask("What is the weather in Paris?");
  await playground.untilStatus("Completed");
});

test("a run that a full disk cuts off says so, and is closed as interrupted once there is room", async ({
  page,
}) => {
  const disk = smallDisk();
  test.skip(disk === null, "a disk of its own takes the rights of root");
  if (disk === null) return;
  app = await startApp({ TOOLSCOPE_DATA_DIR: disk });
  const playground = new Playground(page);
  await playground.open(app.origin);
  await playground.playScenario("A long answer");
  await expect(playground.turn(1)).toBeVisible();
  const runId = await playground.runId();
  const ballast = join(disk, "ballast");
  expect(() => writeFileSync(ballast, Buffer.alloc(4_000_000))).toThrow("ENOSPC");
  await playground.untilStatus("Failed");
  await expect(page.getByRole("region", { name: "Why the run failed" })).toContainText("is not all stored");
  rmSync(ballast);
  await expect(page.getByRole("alert", { name: "Runs cannot be stored" })).toHaveCount(0);
  await expect
    .poll(
      async () => {
        const { runs } = await (await page.request.get(`${app?.origin}/api/runs?query=${runId}`)).json();
        return runs[0]?.outcome;
      },
      { timeout: 45_000 },
    )
    .toBe("interrupted");
});

test("a folder that cannot be had when the server starts is told, and had once it can", async ({ page }) => {
  const place = join(mkdtempSync(join(tmpdir(), "toolscope-place-")), "data");
  writeFileSync(place, "");
  app = await startApp({ TOOLSCOPE_DATA_DIR: place });
  await page.goto(`${app.origin}/runs`);
  const banner = page.getByRole("alert", { name: "Runs cannot be stored" });
  await expect(banner).toContainText("a file stands where the folder should be");
  await expect(page.getByText("The runs could not be listed")).toBeVisible();
  rmSync(place);
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(banner).toHaveCount(0);
  await expect(page.getByText("No runs yet")).toBeVisible();
});
