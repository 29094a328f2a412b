// Does the lab run a few cells at a time, stop when told to, and find its results again?
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { EngineCatalogue, SdkAbilities } from "@/lib/protocol/engine-catalogue";
import type { PlannedCell } from "@/lib/run/header-check/check-cell";
import { headerKinds } from "@/lib/run/header-check/check-choice";
import { checkPlan } from "@/lib/run/header-check/check-plan";
import { createEventBuilder } from "@/lib/run/testing/event-builder";
import { headerSet } from "@/lib/run/testing/example-headers";
import { restoreCells, runCells, stopLab } from "./header-lab";
import { labStore } from "./lab-results";

const abilities: SdkAbilities = {
  threads: false,
  eager: false,
  compaction: "none",
  perCallHeaders: "kept",
  environmentHeaders: true,
  credentialHeader: "x-api-key",
  betaQuery: false,
  apiVersion: "2023-06-01",
};
const catalogue: EngineCatalogue = {
  engines: [],
  sdkVersions: [{ version: "1.0.0", newest: true, abilities }],
};
const cells = checkPlan(
  { engines: ["manual"], sdkVersions: ["1.0.0"], kinds: headerKinds, routes: ["direct", "gateway"] },
  { catalogue, environment: ["X-Env"], provider: { kind: "simulator" }, gatewayToken: "Bearer t" },
).filter((cell): cell is PlannedCell => cell.status === "planned");

const posted: { path: string; body: { expectations?: string[]; type?: string } }[] = [];
let answer: () => Response;
/** The runs that were asked about, and those of them that have ended. */
const watched = new Set<string>();
const endedRuns = new Set<string>();

// Loaded when first needed, which on a busy machine takes longer than a test waits.
beforeAll(() => import("./read-event"));

beforeEach(() => {
  posted.length = 0;
  let count = 0;
  answer = () => {
    count += 1;
    return Response.json({ runId: `run_${count}` }, { status: 201 });
  };
  labStore.setState({ results: {}, runIds: {}, batch: null, problem: null });
  watched.clear();
  endedRuns.clear();
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit) => {
    if (init?.method !== "POST") return logAnswer(path);
    posted.push({ path, body: JSON.parse(String(init.body)) });
    return path === "/api/runs" ? answer() : Response.json({});
  });
});

afterEach(async () => {
  await stopLab();
  for (const runId of watched) end(runId);
  await vi.waitFor(() => expect(labStore.getState().batch).toBeNull(), { timeout: 5_000 });
  vi.unstubAllGlobals();
});

const log = createEventBuilder()
  .turn()
  .request({ headers: headerSet(["x-check-default", "of-the-client"]) })
  .reply()
  .log();

function logAnswer(path: string): Response {
  const runId = path.split("/")[3] ?? "";
  if (runId === "run_gone") return Response.json({}, { status: 404 });
  watched.add(runId);
  return new Response(endedRuns.has(runId) ? log.map((event) => JSON.stringify(event)).join("\n") : "");
}

function end(runId: string): void {
  endedRuns.add(runId);
}

const open = () => [...watched].filter((runId) => !endedRuns.has(runId));
const statuses = () => cells.map(({ id }) => labStore.getState().results[id]?.status ?? "none");
const started = (count: number) => vi.waitFor(() => expect(watched.size).toBe(count), { timeout: 5_000 });
const [one, two] = cells;
if (one === undefined || two === undefined) throw new Error("the plan is too small");

describe("the lab", () => {
  it("runs four cells at a time, and each fills its own place when it ends", async () => {
    runCells(cells);
    await started(4);
    expect(statuses().filter((status) => status === "waiting")).toHaveLength(cells.length - 4);
    expect(labStore.getState().batch).toEqual({ total: cells.length, done: 0 });
    end("run_4");
    await started(5);
    expect(open()).toHaveLength(4);
    expect(labStore.getState().batch?.done).toBe(1);
    expect(labStore.getState().results[one.id]).toMatchObject({ status: "running", runId: "run_1" });
    expect(posted[0]?.body.expectations).toEqual(one.request.expectations);
  });

  it("stops what goes on, starts nothing more, and leaves what was there before", async () => {
    runCells([one]);
    await started(1);
    end("run_1");
    await vi.waitFor(() => expect(statuses()[0]).toBe("ended"), { timeout: 5_000 });
    runCells([...cells.slice(1), one]);
    await started(5);
    await stopLab();
    expect(posted.filter(({ body }) => body.type === "stop").map(({ path }) => path)).toEqual(
      [2, 3, 4, 5].map((number) => `/api/runs/run_${number}/commands`),
    );
    expect(statuses()[0]).toBe("ended");
    expect(statuses().at(-1)).toBe("stopped");
    expect(watched.size).toBe(5);
  });

  it("says why a run was refused and goes on, but gives up where the server is gone", async () => {
    answer = () => Response.json({ error: { code: "invalid", message: "no such version" } }, { status: 400 });
    runCells([one]);
    await vi.waitFor(() => expect(statuses()[0]).toBe("refused"));
    expect(labStore.getState()).toMatchObject({ problem: null, batch: null });
    answer = () => {
      throw new TypeError("fetch failed");
    };
    runCells(cells);
    await vi.waitFor(() => expect(labStore.getState().batch).toBeNull());
    expect(labStore.getState().problem).toMatch(/cannot be reached/);
    expect(statuses()).not.toContain("waiting");
  });

  it("reads results again from the runs it knows, and forgets those that are gone", async () => {
    labStore.setState({
      runIds: { [one.id]: "run_here", [two.id]: "run_gone", "old@0.1/key/direct": "run_old" },
    });
    restoreCells(cells);
    end("run_here");
    await vi.waitFor(() => expect(statuses().slice(0, 2)).toEqual(["ended", "none"]), { timeout: 5_000 });
    expect(labStore.getState().results[one.id]).toMatchObject({ runId: "run_here" });
    expect(Object.keys(labStore.getState().runIds)).not.toContain(two.id);
    expect(posted).toEqual([]);
  });
});
