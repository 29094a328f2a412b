// Do two servers on one database behave as one, and does one survive the other?
import { expect, test } from "@playwright/test";
import { checkEventOrder } from "@/lib/protocol/event-order";
import { runEventSchema } from "@/lib/protocol/run-event";
import { freePort } from "@/lib/server/testing/free-port";
import { type Nginx, nginxPath, startNginx } from "@/lib/server/testing/nginx";
import { postgresFolder, startPostgres, type TestPostgres } from "@/lib/server/testing/postgres";
import { followRun, postRun, runDetail, storedLog, until } from "./api-client";
import { type AppProcess, newDataDir, startApp } from "./app-process";
import { Playground } from "./playground";

const slow = { prompt: "Tell me everything about tools.", scenario: "long-answer" };

test.describe("two servers on one Postgres", () => {
  test.skip(postgresFolder === undefined || nginxPath === undefined, "needs Postgres and nginx");
  test.describe.configure({ mode: "serial", timeout: 90_000 });
  let database: TestPostgres;
  let a: AppProcess;
  let b: AppProcess;
  let nginx: Nginx;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    database = await startPostgres();
    const url = await database.newDatabase();
    const port = await freePort();
    const env = { DATABASE_URL: url, TOOLSCOPE_ORIGINS: `http://127.0.0.1:${port}` };
    const start = () => startApp({ ...env, TOOLSCOPE_DATA_DIR: newDataDir() });
    [a, b] = await Promise.all([start(), start()]);
    nginx = await startNginx([a.origin, b.origin], ["proxy_set_header Host $http_host"], port);
  });
  test.afterAll(async () => {
    await nginx.close();
    await Promise.all([a, b].map((app) => app.end("SIGTERM")));
    await database.close();
  });

  test("a run started on one is watched live on the other, event by event, and stopped from there", async () => {
    const runId = await postRun(a.origin, slow);
    const onA = followRun(a.origin, runId);
    const onB = followRun(b.origin, runId);
    await until(async () => onB.lines.length > 10, 20_000);
    expect(onB.lines.some((line) => line.includes("run-end"))).toBe(false);
    const stopped = await fetch(`${b.origin}/api/runs/${runId}/commands`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ type: "stop" }),
    });
    expect(stopped.status).toBe(202);
    const asked = performance.now();
    await Promise.all([onA.done, onB.done]);
    expect(performance.now() - asked).toBeLessThan(3_000);
    expect(onB.lines).toEqual(onA.lines);
    expect(onB.ids).toEqual(onB.ids.map((_, index) => index));
    const events = onB.lines.map((line) => runEventSchema.parse(JSON.parse(line)));
    expect(checkEventOrder(events)).toEqual([]);
    expect(events.at(-1)).toMatchObject({ outcome: "stopped" });
    for (const { origin } of [a, b]) expect(await storedLog(origin, runId)).toEqual(onA.lines);
  });

  test("both list it, rename it and forget it; the same key starts one run", async () => {
    const key = { "idempotency-key": "made-up-key-1" };
    const [one, other] = await Promise.all([
      postRun(a.origin, { prompt: "What's 15 + 27?" }, key),
      postRun(b.origin, { prompt: "What's 15 + 27?" }, key),
    ]);
    expect(other).toBe(one);
    await until(async () => (await runDetail(b.origin, one)).outcome === "completed", 20_000);
    await fetch(`${a.origin}/api/runs/${one}`, {
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: "Sums", pinned: true }),
    });
    const listed = async (origin: string) => {
      const { runs } = await (await fetch(`${origin}/api/runs?query=is:pinned`)).json();
      return runs.map((run: { title: string }) => run.title);
    };
    await until(async () => (await listed(b.origin)).includes("Sums"), 5_000);
    expect((await fetch(`${b.origin}/api/runs/${one}`, { method: "DELETE" })).status).toBe(204);
    await until(async () => (await listed(a.origin)).length === 0, 5_000);
    expect((await fetch(`${a.origin}/api/runs/${one}`)).status).toBe(404);
  });

  test("a person decides through the other server, which says as well as the first what does not fit", async () => {
    const runId = await postRun(a.origin, approved);
    const onB = followRun(b.origin, runId);
    await until(async () => onB.lines.some((line) => line.includes('"pause"')), 20_000);
    const decide = async (command: object) => {
      const answer = await fetch(`${b.origin}/api/runs/${runId}/commands`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(command),
      });
      return { status: answer.status, ...(await answer.json()) };
    };
    expect(await decide({ type: "approve", pauseId: "p9" })).toMatchObject({
      status: 404,
      error: { code: "not_found", field: "pauseId" },
    });
    expect(await decide({ type: "answer", pauseId: "p1", content: "yes" })).toMatchObject({
      status: 400,
      error: { code: "invalid_request" },
    });
    expect(await decide({ type: "approve", pauseId: "p1" })).toMatchObject({ status: 202 });
    await onB.done;
    expect(onB.lines.at(-1)).toContain('"completed"');
    expect(await decide({ type: "approve", pauseId: "p1" })).toMatchObject({
      status: 409,
      error: { code: "run_ended" },
    });
  });

  test("behind nginx, round robin, a run reads the same wherever a request goes", async () => {
    const runId = await postRun(nginx.baseURL, { prompt: "Weather in Paris and Rome?" });
    const transcripts = [followRun(nginx.baseURL, runId), followRun(nginx.baseURL, runId)];
    await Promise.all(transcripts.map((transcript) => transcript.done));
    for (const transcript of transcripts) expect(transcript.ended).toBe(true);
    expect(transcripts[0]?.lines).toEqual(transcripts[1]?.lines);
    const logs = await Promise.all([1, 2, 3, 4].map(() => storedLog(nginx.baseURL, runId)));
    for (const log of logs) expect(log).toEqual(transcripts[0]?.lines);
  });

  test("in the browser, a run is watched, reloaded and stopped through nginx, whichever server has it", async ({
    page,
  }) => {
    const runId = await postRun(a.origin, slow);
    const playground = new Playground(page);
    for (const _visit of ["first", "after a reload"]) {
      await page.goto(`${nginx.baseURL}/runs/${runId}`);
      await expect(playground.status).toContainText("Running");
      await expect(playground.turn(1)).toBeVisible();
    }
    await playground.stop.click();
    await playground.untilStatus("Stopped");
    for (const { origin } of [a, b]) expect((await runDetail(origin, runId)).outcome).toBe("stopped");
  });

  test("when one is killed, the other marks its runs interrupted within 15 seconds and tells their readers", async () => {
    const runId = await postRun(a.origin, { prompt: "Wait for 60 seconds", scenario: waiting });
    const onB = followRun(b.origin, runId);
    await until(async () => onB.lines.some((line) => line.includes('"tool-call-start"')), 20_000);
    await a.end("SIGKILL");
    const took = await until(async () => onB.ended, 15_000);
    expect(took).toBeLessThan(15_000);
    const events = onB.lines.map((line) => runEventSchema.parse(JSON.parse(line)));
    expect(checkEventOrder(events)).toEqual([]);
    expect(events.at(-1)).toMatchObject({ outcome: "interrupted" });
    expect((await runDetail(b.origin, runId)).outcome).toBe("interrupted");
  });
});

/** One call that a person has to let through. */
const approved = {
  prompt: "Book a table in Paris.",
  tools: [
    {
      name: "book",
      description: "Books a table.",
      inputSchema: { type: "object", properties: { city: { type: "string" } } },
      needsApproval: true,
      handler: { kind: "fixed", content: "Booked." },
    },
  ],
  scenario: {
    turns: [
      { content: [{ type: "tool_use", name: "book", input: { city: "Paris" } }], stop_reason: "tool_use" },
      { content: [{ type: "text", text: "Done." }], stop_reason: "end_turn" },
    ],
  },
};

/** One call that waits for a minute: nothing is written meanwhile. */
const waiting = {
  turns: [
    { content: [{ type: "tool_use", name: "wait", input: { seconds: 60 } }], stop_reason: "tool_use" },
    { content: [{ type: "text", text: "Done." }], stop_reason: "end_turn" },
  ],
};
