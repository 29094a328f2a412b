import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { postgresFolder, startPostgres, type TestPostgres } from "../../testing/postgres";
import { newRunId } from "../run-id";
import type { RunStore } from "../run-store";
import { create, describeRunStore, endLine, entry } from "../run-store.contract";
import { createStoreHealth } from "../store-health";
import { createPostgresRunStore } from "./postgres-run-store";

const within = { timeout: 15_000, interval: 50 };

describe.skipIf(postgresFolder === undefined)("with a real Postgres", { timeout: 30_000 }, () => {
  let server: TestPostgres;
  let url = "";
  const stores: RunStore[] = [];
  const open = (address = url) => {
    const store = createPostgresRunStore(address);
    stores.push(store);
    return store;
  };
  beforeAll(async () => {
    server = await startPostgres();
    url = await server.newDatabase();
  }, 60_000);
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await server.close();
  });

  describeRunStore("the Postgres store", () => open());

  test("another server is told of new lines, and reads just those", async () => {
    const [one, other] = [open(), open()];
    const runId = newRunId(101);
    const writer = await create(one, runId);
    await writer.append(["a"]);
    expect(await other.read(runId)).toEqual(["a"]);
    const wake = vi.fn();
    const stop = other.watch(runId, wake);
    await writer.append(["b", "c"]);
    await vi.waitFor(() => expect(wake).toHaveBeenCalled(), within);
    expect(await other.read(runId, 1)).toEqual(["b", "c"]);
    stop();
    await writer.close();
  });

  test("another server sees what the history says, and how it changes", async () => {
    const [one, other] = [open(), open()];
    await other.entries();
    const runId = newRunId(102);
    await (await create(one, runId)).close();
    await one.describe(entry(runId, { outcome: null }));
    const seen = async () => (await other.entries()).find((each) => each.id === runId);
    await vi.waitFor(async () => expect(await seen()).toMatchObject({ outcome: null }), within);
    await one.describe(entry(runId, { name: "Renamed" }));
    await vi.waitFor(async () => expect(await seen()).toMatchObject({ name: "Renamed" }), within);
    await one.remove(runId);
    await vi.waitFor(async () => expect(await seen()).toBeUndefined(), within);
  });

  test("a command reaches the server that carries the run out, once, and no other", async () => {
    const [one, other] = [open(), open()];
    const [heardByOne, heardByOther] = [vi.fn(() => null), vi.fn(() => null)];
    one.onCommand(heardByOne);
    other.onCommand(heardByOther);
    const runId = newRunId(103);
    const writer = await create(one, runId);
    expect(await other.send(runId, { type: "stop" })).toBeNull();
    expect(heardByOne).toHaveBeenCalledWith(runId, { type: "stop" });
    await writer.close();
    expect(heardByOne).toHaveBeenCalledTimes(1);
    expect(heardByOther).not.toHaveBeenCalled();
  });

  test("what that server refuses, and why, is told by the one that was asked, each command its own answer", async () => {
    const [one, other] = [open(), open()];
    const refusal = (pauseId: string) => ({
      status: 404,
      code: "not_found",
      message: `No ${pauseId}.`,
      field: "pauseId",
    });
    one.onCommand((_runId, command) => ("pauseId" in command ? refusal(command.pauseId) : null));
    const runId = newRunId(107);
    const writer = await create(one, runId);
    const asked = ["p1", "p2", "p3"].map((pauseId) => other.send(runId, { type: "approve", pauseId }));
    expect(await Promise.all(asked)).toEqual(["p1", "p2", "p3"].map(refusal));
    expect(await other.send(runId, { type: "stop" })).toBeNull();
    await writer.close();
  });

  test("a command that nobody answers counts as given, and waits for the server that has the run", async () => {
    const address = await server.newDatabase();
    const [busy, other] = [open(address), open(address)];
    const runId = newRunId(108);
    await create(busy, runId);
    await busy.close();
    expect(await other.send(runId, { type: "stop" })).toBeNull();
  });

  test("the runs of a server that is gone are adopted by one of the others, and its late lines are refused", async () => {
    const address = await server.newDatabase();
    const [gone, one, other] = [open(address), open(address), open(address)];
    const runId = newRunId(104);
    const writer = await create(gone, runId);
    await writer.append(["a"]);
    expect(await one.abandoned()).toEqual([]);
    expect(await one.adopt(runId)).toBeNull();
    // Leaves without ending its runs, as a crash does, but at once instead of after its silence.
    await gone.close();
    expect(await one.abandoned()).toEqual([runId]);
    const adopted = await Promise.all([one.adopt(runId), other.adopt(runId)]);
    const [log] = adopted.filter((each) => each !== null);
    expect(adopted.filter((each) => each !== null)).toHaveLength(1);
    expect(log?.lines).toEqual(["a"]);
    await log?.writer.append([endLine]);
    await log?.writer.close();
    expect(await one.read(runId)).toEqual(["a", endLine]);
    expect(await one.abandoned()).toEqual([]);
  });

  test("a server whose run was taken over cannot write to it any more", async () => {
    const address = await server.newDatabase();
    const [slow, other] = [open(address), open(address)];
    const runId = newRunId(105);
    const writer = await create(slow, runId);
    await writer.append(["a"]);
    await silence(address);
    const adopted = await other.adopt(runId);
    expect(adopted?.lines).toEqual(["a"]);
    await expect(writer.append(["late"])).rejects.toThrow("Another server took over");
    await adopted?.writer.append([endLine]);
    expect(await other.read(runId)).toEqual(["a", endLine]);
  });

  test("while the database is down everything says so, without the password; afterwards all goes on", async () => {
    const address = await server.newDatabase();
    const store = open(address);
    const runId = newRunId(106);
    const writer = await create(store, runId);
    await writer.append(["a"]);
    await server.kill();
    const failure = await store.read(runId).then(
      () => "",
      (error: unknown) => String(error),
    );
    expect(failure).toMatch(/Runs cannot be stored in the database: .*DATABASE_URL/);
    expect(failure).not.toContain("made-up-password");
    const recovered = vi.fn();
    const { problem: health } = createStoreHealth(store, recovered);
    expect(await health()).toMatch(/^Runs cannot be stored in the database: .*DATABASE_URL/);
    await server.start();
    await vi.waitFor(async () => expect(await store.read(runId)).toEqual(["a"]), within);
    await writer.append(["b"]);
    expect(await store.read(runId)).toEqual(["a", "b"]);
    await vi.waitFor(async () => expect(await health()).toBeNull(), within);
    expect(recovered).toHaveBeenCalledTimes(1);
    await writer.close();
  });

  test("an address that nobody answers at fails within seconds", async () => {
    const store = open("postgres://toolscope:made-up-password@127.0.0.1:1/none");
    await expect(store.entries()).rejects.toThrow("ECONNREFUSED");
  });
});

/** Makes every server look as if it had been silent for a minute. */
async function silence(address: string): Promise<void> {
  const { default: postgres } = await import("postgres");
  const sql = postgres(address, { max: 1 });
  await sql`update toolscope_instances set seen_at = now() - interval '1 minute'`;
  await sql.end();
}
