import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createFileRunStore } from "./file-run-store";
import { newRunId } from "./run-id";
import { create, endLine, entry } from "./run-store.contract";
import { StoreFailure } from "./store-failure";
import { createStoreHealth, doubtingWriter } from "./store-health";

const mounted: string[] = [];

/** A small disk of its own, which takes the rights of root. */
function mount(options: string): string {
  const folder = mkdtempSync(join(tmpdir(), "toolscope-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder], { stdio: "ignore" });
  mounted.push(folder);
  return folder;
}

const canMount = (() => {
  try {
    mount("size=64k");
    return true;
  } catch {
    return false;
  }
})();

afterEach(() => {
  for (const folder of mounted.splice(0)) execFileSync("umount", ["-l", folder]);
});

describe.skipIf(!canMount)("on a real disk", () => {
  test("that is full: what, where and remedy are said, nothing is half stored, and all is well again with room", async () => {
    const disk = mount("size=256k");
    const store = createFileRunStore(disk);
    const [before, during] = [newRunId(1), newRunId(2)];
    const writer = await create(store, before);
    await writer.append(["{}"]);
    await store.describe(entry(before));
    expect(await createStoreHealth(store, vi.fn()).problem()).toBeNull();

    const ballast = join(disk, "ballast");
    expect(() => writeFileSync(ballast, Buffer.alloc(1_000_000))).toThrow("ENOSPC");
    const recovered = vi.fn();
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => (now += 5_000));
    const { problem: health } = createStoreHealth(store, recovered);
    expect(await health()).toBe(
      `Runs cannot be stored in ${join(disk, "runs")}: the disk is full (ENOSPC). Make room, or set TOOLSCOPE_DATA_DIR to another folder, on another disk.`,
    );
    expect(() => writer.append([`{"long":"${"x".repeat(50_000)}"}`])).toThrow("the disk is full");
    await expect(store.describe(entry(during, { text: "x".repeat(9_000) }))).rejects.toThrow(
      "the disk is full",
    );
    expect(await store.read(before)).toEqual(["{}"]);

    rmSync(ballast);
    expect(await health()).toBeNull();
    expect(recovered).toHaveBeenCalledTimes(1);
    vi.restoreAllMocks();
    await writer.append([endLine]);
    await writer.close();
    await store.describe(entry(during));
    const again = createFileRunStore(disk);
    expect(await again.read(before)).toEqual(["{}", endLine]);
    expect((await again.entries()).map((each) => each.id)).toEqual([during, before]);
  });

  test("that is read-only: said so, what is there can be read, and written again once it is writable", async () => {
    const disk = mount("size=256k");
    const store = createFileRunStore(disk);
    const runId = newRunId(3);
    const writer = await create(store, runId);
    await writer.append(["{}"]);
    await writer.close();
    execFileSync("mount", ["-o", "remount,ro", disk]);
    await expect(store.check()).rejects.toThrow(/the file system is read-only \(EROFS\).*TOOLSCOPE_DATA_DIR/);
    await expect(store.create(newRunId(4), null)).rejects.toThrow("read-only");
    expect(await store.read(runId)).toEqual(["{}"]);
    execFileSync("mount", ["-o", "remount,rw", disk]);
    await store.check();
    await (await create(store, newRunId(4))).close();
  });
});

test("a file in the folder's place is named, and forgotten when it is gone", async () => {
  const place = join(mkdtempSync(join(tmpdir(), "toolscope-health-")), "data");
  writeFileSync(place, "");
  const store = createFileRunStore(place);
  await expect(store.check()).rejects.toThrow("a file stands where the folder should be");
  rmSync(place);
  await store.check();
});

test("a folder of another process is a problem that names the process", async () => {
  const folder = mkdtempSync(join(tmpdir(), "toolscope-health-"));
  const other = spawn("sleep", ["60"]);
  mkdirSync(join(folder, "runs"));
  writeFileSync(join(folder, "runs", "owner.pid"), String(other.pid));
  const store = createFileRunStore(folder);
  expect(await createStoreHealth(store, vi.fn()).problem()).toMatch(
    `Another Toolscope (process ${other.pid})`,
  );
  other.kill();
  await once(other, "exit");
  expect(await createStoreHealth(store, vi.fn()).problem()).toBeNull();
});

test("the store is tried once however many ask at the same time", async () => {
  const check = vi.fn(async () => undefined);
  const { problem: health } = createStoreHealth({ check }, vi.fn());
  await Promise.all([health(), health(), health()]);
  expect(check).toHaveBeenCalledTimes(1);
});

test("a writer that fails has the store tried until it can store again, though nobody asks", async () => {
  vi.useFakeTimers();
  const check = vi.fn().mockRejectedValueOnce(new StoreFailure("full")).mockResolvedValue(undefined);
  const recovered = vi.fn();
  const { doubt } = createStoreHealth({ check }, recovered);
  const append = () => {
    throw new Error("full");
  };
  expect(() => doubtingWriter({ append, close: () => undefined }, doubt).append(["{}"])).toThrow("full");
  const late = () => Promise.reject(new Error("gone"));
  await expect(doubtingWriter({ append: late, close: late }, doubt).append(["{}"])).rejects.toThrow("gone");
  await vi.advanceTimersByTimeAsync(2_100);
  expect(check).toHaveBeenCalledTimes(1);
  expect(recovered).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_100);
  expect(recovered).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(check).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});
