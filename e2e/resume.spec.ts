// Does every reader get every event once, however often it is thrown out? Case P39 of the public test plan.
import { expect, test } from "@playwright/test";
import { followRun, postRun, storedLog, until } from "./api-client";

const slow = { prompt: "Tell me everything about tools.", scenario: "long-answer" };
const quick = { prompt: "What's 15 + 27?" };

test("P39 resume: two readers, one dropped twenty times, have every event once and in order", async ({
  baseURL,
}) => {
  test.setTimeout(90_000);
  const origin = baseURL ?? "";
  const runId = await postRun(origin, slow);
  const steady = followRun(origin, runId);
  const ids: number[] = [];
  const lines: string[] = [];
  let ended = false;
  let drops = 0;
  while (!ended) {
    const part = followRun(origin, runId, ids.at(-1) ?? -1);
    if (drops < 20) {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 120));
      part.leave();
      drops += 1;
    }
    await part.done;
    ids.push(...part.ids);
    lines.push(...part.lines);
    ended = part.ended;
  }
  await steady.done;
  const stored = await storedLog(origin, runId);
  expect(drops).toBe(20);
  expect(stored.length).toBeGreaterThan(50);
  for (const reader of [{ ids, lines }, steady]) {
    expect(reader.ids).toEqual(stored.map((_, index) => index));
    expect(reader.lines).toEqual(stored);
  }
});

test("P39 resume: an id that is none is refused with the field, one that the run has not gets the whole run", async ({
  baseURL,
}) => {
  const origin = baseURL ?? "";
  const runId = await postRun(origin, quick);
  const whole = followRun(origin, runId);
  await whole.done;
  const read = async (id: string) => {
    const answer = await fetch(`${origin}/api/runs/${runId}/events`, { headers: { "last-event-id": id } });
    const text = await answer.text();
    return {
      status: answer.status,
      text,
      ids: [...text.matchAll(/^id: (\d+)$/gm)].map(([, seq]) => Number(seq)),
    };
  };
  for (const wrong of ["abc", "-5", "1.5", `${runId}:3`, "9".repeat(40), "1;2"]) {
    const { status, text } = await read(wrong);
    expect(status, wrong).toBe(400);
    expect(JSON.parse(text).error).toMatchObject({ field: "after", message: expect.stringContaining("seq") });
  }
  // Of the future, or of a run that was longer.
  for (const foreign of [String(whole.ids.length), "100000", "999999999999999"]) {
    const { status, ids } = await read(foreign);
    expect(status).toBe(200);
    expect(ids, `behind ${foreign}`).toEqual(whole.ids);
  }
  expect((await read("")).ids).toEqual(whole.ids);
  expect((await read(String(whole.ids.length - 1))).ids).toEqual([]);
  expect((await read("2")).ids).toEqual(whole.ids.slice(3));

  const open = await postRun(origin, slow);
  const ahead = followRun(origin, open, 99_999);
  await until(async () => ahead.ids.length > 3, 10_000);
  expect(ahead.ids.slice(0, 4)).toEqual([0, 1, 2, 3]);
  ahead.leave();
});

test("a stream of events says that nothing may hold it back or change it", async ({ baseURL }) => {
  const runId = await postRun(baseURL ?? "", quick);
  const answer = await fetch(`${baseURL}/api/runs/${runId}/events`, {
    headers: { "accept-encoding": "gzip" },
  });
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache, no-transform",
    "x-accel-buffering": "no",
  });
  expect(answer.headers.get("content-encoding")).toBeNull();
  expect((await answer.text()).trimEnd()).toMatch(/event: end\ndata: \{\}$/);
});
