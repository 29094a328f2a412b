// Is what anybody was shown still there after a kill, twenty times over? Case P41 of the public test plan.
import { expect, test } from "@playwright/test";
import { checkEventOrder } from "@/lib/protocol/event-order";
import { runEventSchema } from "@/lib/protocol/run-event";
import { followRun, postRun, runDetail, storedLog, type Transcript, until } from "../api-client";
import { newDataDir, startApp } from "../app-process";

const quick = { prompt: "What's 15 + 27?" };
const slow = { prompt: "Tell me everything about tools.", scenario: "long-answer" };

test("P41 kill-9: what any reader was shown is stored, finished runs stay as they are, open ones are interrupted", async () => {
  test.setTimeout(300_000);
  const dataDir = newDataDir();
  const finished = new Map<string, string>();
  let open: { runId: string; transcript: Transcript }[] = [];
  let checked = 0;
  for (let kill = 0; kill < 20; kill += 1) {
    const app = await startApp({ TOOLSCOPE_DATA_DIR: dataDir });
    for (const { runId, transcript } of open) {
      const lines = await storedLog(app.origin, runId);
      const shown = transcript.lines;
      expect(lines.slice(0, shown.length)).toEqual(shown);
      const events = lines.map((line) => runEventSchema.parse(JSON.parse(line)));
      expect(checkEventOrder(events)).toEqual([]);
      const end = events.at(-1);
      expect(end).toMatchObject({ type: "run-end" });
      if (!shown.some((line) => line.includes('"type":"run-end"')) && end?.type === "run-end")
        expect(["interrupted", "completed"]).toContain(end.outcome);
      checked += shown.length;
    }
    for (const [runId, text] of finished)
      expect((await storedLog(app.origin, runId)).join("\n"), "a finished run changed").toBe(text);
    const done = await postRun(app.origin, quick);
    open = [];
    for (const body of [slow, slow, quick]) {
      const runId = await postRun(app.origin, body);
      open.push({ runId, transcript: followRun(app.origin, runId) });
    }
    if (kill % 5 === 0) {
      await until(async () => (await runDetail(app.origin, done)).outcome === "completed", 15_000);
      finished.set(done, (await storedLog(app.origin, done)).join("\n"));
    }
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 900));
    expect(await app.end("SIGKILL")).toBe("SIGKILL");
    await Promise.all(open.map(({ transcript }) => transcript.done));
  }
  expect(finished.size).toBe(4);
  expect(checked).toBeGreaterThan(100);
});
