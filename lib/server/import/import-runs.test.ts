import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkEventOrder } from "@/lib/protocol/event-order";
import { runEventSchema } from "@/lib/protocol/run-event";
import { createEventBuilder } from "@/lib/run/testing/event-builder";
import { readEnvironment } from "../environment";
import { createMachine, type Machine } from "../machine";
import { isRunId, newRunId } from "../store/run-id";
import { postgresFolder, startPostgres, type TestPostgres } from "../testing/postgres";
import { importRuns } from "./import-runs";

const held = "made-up-server-key-4711";
const environment = readEnvironment({ ANTHROPIC_API_KEY: held });

/** A log as it would stand in a file. */
function logLines(runId: string, prompt = "What is the weather in Paris?"): string[] {
  const events = createEventBuilder({ prompt }).turn().request().reply().endTurn().log();
  return events.map((event) => JSON.stringify(event.type === "run-start" ? { ...event, runId } : event));
}

const fileOf = (...logs: readonly string[][]) => `${logs.flat().join("\n")}\n`;
const newFolder = () => mkdtempSync(join(tmpdir(), "toolscope-import-"));

function describeImport(name: string, open: () => Machine) {
  describe(name, () => {
    const take = (text: string, machine = open()) => importRuns(machine, environment, text);

    test("logs come in byte by byte, are listed as imported, and are there once however often they come", async () => {
      const machine = open();
      const ids = [newRunId(1), newRunId(2)];
      const logs = ids.map((id) => logLines(id));
      const first = await take(fileOf(...logs), machine);
      expect(first).toMatchObject(ids.map((id) => ({ id, status: "imported", hidden: 0 })));
      for (const [index, id] of ids.entries()) expect(await machine.store.read(id)).toEqual(logs[index]);
      const entries = await machine.store.entries();
      expect(entries.filter((entry) => ids.includes(entry.id))).toMatchObject([
        { imported: true, outcome: "completed", turns: 1 },
        { imported: true },
      ]);
      expect(await take(`\uFEFF${fileOf(...logs).replaceAll("\n", "\r\n")}`, machine)).toMatchObject([
        { status: "present" },
        { status: "present" },
      ]);
      expect(await machine.store.abandoned()).toEqual([]);
    });

    test("where another log has the id, the run gets a new one, the same each time", async () => {
      const machine = open();
      const id = newRunId(3);
      await take(fileOf(logLines(id)), machine);
      const other = logLines(id, "Another question");
      const [made] = await take(fileOf(other), machine);
      expect(made).toMatchObject({ status: "imported", idInFile: id });
      expect(made?.id).not.toBe(id);
      expect(isRunId(made?.id ?? "")).toBe(true);
      const stored = await machine.store.read(made?.id ?? "");
      expect(stored?.slice(1)).toEqual(other.slice(1));
      expect(stored?.[0]).toBe(other[0]?.replace(id, made?.id ?? ""));
      expect(await take(fileOf(other), machine)).toMatchObject([{ id: made?.id, status: "present" }]);
    });

    test("a log exported in mid-run is closed as interrupted, and is the same as what it grew into", async () => {
      const machine = open();
      const [id, whole] = [newRunId(4), newRunId(5)];
      await take(fileOf(logLines(id).slice(0, 4)), machine);
      const stored = (await machine.store.read(id)) ?? [];
      const events = stored.map((line) => runEventSchema.parse(JSON.parse(line)));
      expect(checkEventOrder(events)).toEqual([]);
      expect(events.at(-1)).toMatchObject({ type: "run-end", outcome: "interrupted" });
      await take(fileOf(logLines(whole)), machine);
      expect(await take(fileOf(logLines(whole).slice(0, 4)), machine)).toMatchObject([{ status: "present" }]);
    });

    test("one wrong line, and nothing of the file is stored", async () => {
      const machine = open();
      const [one, two] = [newRunId(6), newRunId(7)];
      const wrong = logLines(two);
      wrong.splice(2, 1);
      const at = logLines(one).length + 3;
      await expect(take(fileOf(logLines(one), wrong), machine)).rejects.toMatchObject({
        status: 400,
        field: `lines.${at}`,
        message: expect.stringMatching(new RegExp(`^Line ${at}: seq 3 where 2 was due`)),
      });
      expect(await machine.store.read(one)).toBeNull();
    });
  });
}

const file = createMachine({ dataDir: newFolder(), databaseURL: undefined });
describeImport("import into the file store", () => file);

describe.skipIf(postgresFolder === undefined)("with a real Postgres", { timeout: 30_000 }, () => {
  let server: TestPostgres;
  let made: Machine;
  beforeAll(async () => {
    server = await startPostgres();
    made = createMachine({ dataDir: newFolder(), databaseURL: await server.newDatabase() });
  }, 60_000);
  afterAll(async () => {
    await made.store.close();
    await server.close();
  });
  describeImport("import into Postgres", () => made);
});

describe("what a file may not hold", () => {
  const first = logLines(newRunId(8));
  const deep = `${"[".repeat(300)}${"]".repeat(300)}`;
  test.each([
    ["nothing", "\n\n", "holds no run"],
    ["a word", "hello\n", "Line 1: it is not JSON"],
    ["a log without its beginning", fileOf(first.slice(1)), "Line 1: a log begins with its run-start"],
    ["an unknown field", fileOf([`${first[0]?.slice(0, -1)},"extra":1}`]), "Line 1: extra: unknown field"],
    ["an id that is a path", fileOf(logLines("../../etc/passwd")), "cannot be the id of a run"],
    [
      "something after the end",
      fileOf([...first, ...first.slice(1)]),
      `Line ${first.length + 1}: "turn-start" after`,
    ],
    ["deep nesting", fileOf([`{"seq":0,"at":0,"type":"run-start","config":${deep}}`]), "200 levels"],
    [
      "a line cut short",
      fileOf([...first.slice(0, 2), (first[2] ?? "").slice(0, 20)]),
      "Line 3: it is not JSON",
    ],
  ])("%s is refused with its line", async (_, text, words) => {
    await expect(importRuns(file, environment, text)).rejects.toThrow(words);
  });
});

test("fields named like parts of a prototype come in as fields, and change nothing else", async () => {
  const id = newRunId(11);
  const lines = logLines(id).map((line) =>
    line.includes('"type":"message"')
      ? line.replace(
          '"type":"message"',
          '"type":"message","__proto__":{"polluted":true},"constructor":{"a":1}',
        )
      : line,
  );
  expect(lines.join("")).toContain("__proto__");
  await importRuns(file, environment, fileOf(lines));
  expect(await file.store.read(id)).toEqual(lines);
  expect("polluted" in {}).toBe(false);
});

describe("a secret cannot come in as something to be shown", () => {
  const shown = (value: string) => ({ shown: value, redacted: false, fingerprint: "0123456789ab" });
  const stored = async (lines: readonly string[]) => {
    const [run] = await importRuns(file, environment, fileOf([...lines]));
    return { run, text: ((await file.store.read(run?.id ?? "")) ?? []).join("\n") };
  };

  test("in a header that is secret by name, with every other place it stands in", async () => {
    const secret = "Bearer made-up-token-of-somebody-99";
    const lines = createEventBuilder({ prompt: `Use made-up-token-of-somebody-99` })
      .turn()
      .request({
        headers: [
          ["Authorization", shown(secret)],
          ["x-team", shown("blue")],
        ],
      })
      .reply()
      .endTurn()
      .log()
      .map((event) => JSON.stringify(event.type === "run-start" ? { ...event, runId: newRunId(9) } : event));
    const { run, text } = await stored(lines);
    expect(text).not.toContain("made-up-token-of-somebody");
    expect(text).toContain('"Bearer ••••');
    expect(text).toContain('"shown":"blue","redacted":false');
    expect(run?.hidden).toBe(2);
  });

  test("in a header said to be redacted, in one marked secret, in a tool's header, and what the server holds", async () => {
    const config = {
      prompt: `The key is ${held}, and another sk-ant-api03-abcdefghijkl`,
      headers: {
        default: [{ name: "x-team", value: shown("open-secret-of-team"), secret: true }],
        perRequest: [{ name: "x-other", value: { ...shown("said-to-be-hidden"), redacted: true } }],
        environment: [],
      },
      tools: [
        {
          name: "call",
          description: "",
          inputSchema: { type: "object" },
          handler: {
            kind: "http" as const,
            method: "GET" as const,
            url: "https://example.com",
            headers: [{ name: "x-api-key", value: "tool-key-in-the-open" }],
          },
        },
      ],
    };
    const lines = createEventBuilder(config as never)
      .log()
      .map((event) => JSON.stringify(event.type === "run-start" ? { ...event, runId: newRunId(10) } : event));
    const { text } = await stored(lines);
    for (const secret of [held, "sk-ant-api03", "open-secret", "said-to-be", "tool-key-in"])
      expect(text).not.toContain(secret);
  });
});
