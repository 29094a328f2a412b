// Several people with a token each: who sees which runs?
import { postRun, until } from "./api-client";
import { type AppProcess, newDataDir, startApp } from "./app-process";
import { expect, test } from "./fixtures";

const tokens = { operator: "made-up-token-operator", ana: "made-up-token-ana", ben: "made-up-token-ben" };
type Person = keyof typeof tokens;
const dataDir = newDataDir();
let app: AppProcess;

const start = () =>
  startApp({
    TOOLSCOPE_DATA_DIR: dataDir,
    TOOLSCOPE_ACCESS_TOKEN: tokens.operator,
    TOOLSCOPE_ACCESS_TOKENS: `ana=${tokens.ana},ben=${tokens.ben}`,
  });

test.beforeAll(async () => {
  test.setTimeout(90_000);
  app = await start();
});
test.afterAll(() => app.end("SIGTERM"));

const bearer = (person: Person) => ({ authorization: `Bearer ${tokens[person]}` });

function api(person: Person, path: string, init: RequestInit = {}): Promise<Response> {
  const type = { "content-type": "application/json" };
  return fetch(`${app.origin}/api/runs${path}`, {
    ...init,
    headers: { ...type, ...bearer(person), ...init.headers },
  });
}

const run = (person: Person, key: string) =>
  postRun(app.origin, { prompt: `Hello from ${person}` }, { ...bearer(person), "idempotency-key": key });

const listed = async (person: Person): Promise<string[]> =>
  (await (await api(person, "")).json()).runs.map(({ id }: { id: string }) => id);

test("each token sees the runs it started, the operator's all of them, also after a restart", async () => {
  const [ofAna, ofBen, ofOperator] = await Promise.all([
    run("ana", "k"),
    run("ben", "k"),
    run("operator", "k"),
  ]);
  expect(new Set([ofAna, ofBen, ofOperator]).size).toBe(3);
  expect(await run("ana", "k")).toBe(ofAna);
  const ended = async () => (await (await api("ana", `/${ofAna}`)).json()).outcome === "completed";
  await until(ended, 20_000);

  const held = async () => {
    expect(await listed("ana")).toEqual([ofAna]);
    expect(await listed("ben")).toEqual([ofBen]);
    expect((await listed("operator")).sort()).toEqual([ofAna, ofBen, ofOperator].sort());
    for (const path of ["", "/events", "/log"]) {
      expect((await api("ben", `/${ofAna}${path}`)).status).toBe(404);
      expect((await api("operator", `/${ofAna}${path}`)).status).toBe(200);
      expect((await api("ana", `/${ofAna}${path}`)).status).toBe(200);
    }
  };
  await held();
  expect((await api("ben", `/${ofAna}`, { method: "PATCH", body: '{"name":"mine"}' })).status).toBe(404);
  expect((await api("ben", `/${ofAna}/commands`, { method: "POST", body: '{"type":"stop"}' })).status).toBe(
    404,
  );
  expect((await api("ben", `/${ofAna}`, { method: "DELETE" })).status).toBe(404);
  const replayed = JSON.stringify({ prompt: "x", provider: { kind: "recorded", runId: ofAna } });
  expect((await api("ben", "", { method: "POST", body: replayed })).status).toBe(400);
  const exported = async (body: object) =>
    (await api("ben", "/export", { method: "POST", body: JSON.stringify(body) })).text();
  expect(await exported({ ids: [ofAna, ofBen] })).not.toContain(ofAna);
  expect(await exported({ query: "" })).not.toContain(ofAna);
  expect(await exported({ query: "" })).toContain(ofBen);
  // Somebody else's name and pin do not take a run away from whoever started it.
  expect((await api("operator", `/${ofAna}`, { method: "PATCH", body: '{"pinned":true}' })).status).toBe(200);

  await app.end("SIGKILL");
  app = await start();
  await held();
});

test("an imported run belongs to whoever imported it", async () => {
  const runId = await run("operator", "to-export");
  await until(
    async () => (await (await api("operator", `/${runId}`)).json()).outcome === "completed",
    20_000,
  );
  const log = await (await api("operator", `/${runId}/log`)).text();
  await api("operator", `/${runId}`, { method: "DELETE" });
  const headers = { "content-type": "application/x-ndjson" };
  const { runs } = await (await api("ben", "/import", { method: "POST", headers, body: log })).json();
  expect(runs).toMatchObject([{ id: runId, status: "imported" }]);
  expect(await listed("ben")).toContain(runId);
  expect(await listed("ana")).not.toContain(runId);
});
