import { afterEach, describe, expect, test } from "vitest";
import type { RunRequestInput } from "@/lib/protocol/run-request";
import { ApiFailure } from "../door/api-failure";
import { FieldError } from "../door/field-error";
import { type ProviderStub, startProviderStub, toolUse } from "../testing/provider-stub";
import { type RecordedRun, recordRun } from "../testing/recorded-run";
import { calls, says, wait } from "../testing/stub-replies";
import type { RunningRun } from "./execute-run";

type Input = Omit<RunRequestInput, "provider">;
type Tools = NonNullable<Input["tools"]>;

const inputSchema = {
  type: "object",
  properties: { city: { type: "string" } },
  required: ["city"],
  additionalProperties: false,
};
const asks = (handler: object = {}, more: object = {}) => ({
  name: "ask_person",
  description: "Ask about {{input.city}}.",
  inputSchema,
  handler: { kind: "human" as const, ...handler },
  ...more,
});
const guarded = {
  name: "book",
  inputSchema,
  needsApproval: true,
  handler: { kind: "fixed" as const, content: "Booked {{input.city}}." },
};

let stub: ProviderStub;
afterEach(() => stub.close());

/** One reply with these calls, then an end. */
async function run(
  tools: Tools,
  blocks: readonly ReturnType<typeof toolUse>[],
  during: (running: RunningRun) => Promise<void>,
  input: Omit<Partial<Input>, "tools"> = {},
): Promise<RecordedRun> {
  stub = await startProviderStub([calls(...blocks), says("Done.")]);
  return recordRun(stub.baseURL, { prompt: "Go", ...input, tools }, { during });
}

type Line = { readonly type: string; readonly [field: string]: unknown };
const linesOf = (running: RunningRun) =>
  running.log.slice(0, running.log.length()).map((line): Line => JSON.parse(line));

/** Waits until the log has that many events of a type. */
async function until(running: RunningRun, type: string, count = 1): Promise<Line[]> {
  for (;;) {
    const found = linesOf(running).filter((line) => line.type === type);
    if (found.length >= count) return found;
    await running.log.more(running.log.length());
  }
}

const paris = { city: "Paris" };
const resultOf = (recorded: RecordedRun, id: string) =>
  recorded.of("tool-call-end").find((event) => event.toolCallId === id)?.result;

describe("a call that a person answers", () => {
  test("waits with its question, and the answer is its result", async () => {
    const recorded = await run([asks()], [toolUse("toolu_1", "ask_person", paris)], async (running) => {
      const [pause] = await until(running, "pause");
      expect(pause).toMatchObject({
        pauseId: "p1",
        waitsFor: "answer",
        toolCallId: "toolu_1",
        question: "Ask about Paris.",
      });
      running.decide("p1", { type: "answer", content: "Rainy, I looked." });
    });
    expect(resultOf(recorded, "toolu_1")).toEqual({ content: "Rainy, I looked.", isError: false });
    expect(recorded.of("resume")).toMatchObject([
      { decidedBy: "person", decision: { type: "answer", content: "Rainy, I looked." } },
    ]);
    expect(recorded.end.outcome).toBe("completed");
    expect(JSON.stringify(stub.received[1]?.body)).toContain("Rainy, I looked.");
  });

  test("holds up no other call of its batch, and nobody waits for anybody's answer", async () => {
    const blocks = [
      toolUse("toolu_1", "ask_person", paris),
      toolUse("toolu_2", "ask_person", { city: "Rome" }),
      wait("toolu_3"),
    ];
    const recorded = await run([asks(), "wait"], blocks, async (running) => {
      await until(running, "pause", 2);
      expect(await until(running, "tool-call-end")).toMatchObject([{ toolCallId: "toolu_3" }]);
      running.decide("p2", { type: "answer", content: "second" });
      await until(running, "tool-call-end", 2);
      running.decide("p1", { type: "answer", content: "first" });
    });
    expect(resultOf(recorded, "toolu_1")?.content).toBe("first");
    expect(resultOf(recorded, "toolu_2")?.content).toBe("second");
  });

  test.each([
    [{ type: "approve" }, "Approved by a person, as proposed.", false],
    [
      { type: "edit", input: { city: "Rome" } },
      'Approved by a person with these changes: {"city":"Rome"}',
      false,
    ],
    [{ type: "refuse", reason: "Too far." }, "Refused by a person: Too far.", true],
    [{ type: "refuse" }, "Refused by a person, without a reason.", true],
  ] as const)("can be decided by %j", async (decision, content, isError) => {
    const recorded = await run([asks()], [toolUse("toolu_1", "ask_person", paris)], async (running) => {
      await until(running, "pause");
      running.decide("p1", decision);
    });
    expect(resultOf(recorded, "toolu_1")).toEqual({ content, isError });
  });

  test("takes only an answer that fits its schema, and goes on waiting until one does", async () => {
    const answerSchema = {
      type: "object",
      properties: { stars: { type: "integer", maximum: 5 } },
      required: ["stars"],
    };
    const recorded = await run(
      [asks({ question: "How many stars?", answerSchema })],
      [toolUse("toolu_1", "ask_person", paris)],
      async (running) => {
        await until(running, "pause");
        const refused = (content: never, message: RegExp) =>
          expect(() => running.decide("p1", { type: "answer", content })).toThrow(message);
        refused({} as never, /"stars" is required/);
        refused({ stars: 9 } as never, /"stars" must be <= 5, not 9/);
        refused("five" as never, /the answer must be an object/);
        expect(() => running.decide("p1", { type: "approve" })).toThrow(FieldError);
        running.decide("p1", { type: "answer", content: { stars: 4 } });
      },
    );
    expect(resultOf(recorded, "toolu_1")).toEqual({ content: '{"stars":4}', isError: false });
  });

  test("takes the same decision twice, and no second one", async () => {
    await run([asks()], [toolUse("toolu_1", "ask_person", paris)], async (running) => {
      await until(running, "pause");
      running.decide("p1", { type: "answer", content: "A" });
      running.decide("p1", { type: "answer", content: "A" });
      const other = () => running.decide("p1", { type: "refuse" });
      expect(other).toThrow(ApiFailure);
      expect(other).toThrow(/decided before: it was answered/);
      expect(() => running.decide("p9", { type: "approve" })).toThrow(/Nothing waits under the id "p9"/);
    });
  });

  test("ends with Stop, whose run then has nothing open", async () => {
    const recorded = await run([asks()], [toolUse("toolu_1", "ask_person", paris)], async (running) => {
      await until(running, "pause");
      running.stop();
      await running.done;
      expect(() => running.decide("p1", { type: "approve" })).toThrow(/nothing left to decide/);
    });
    expect(recorded.end.outcome).toBe("stopped");
    expect(recorded.of("resume")).toMatchObject([{ decidedBy: "run-end", decision: null }]);
    expect(resultOf(recorded, "toolu_1")).toEqual({ content: "Stopped before it finished.", isError: true });
  });

  test("waits longer than a tool may take, and no longer than a person may", async () => {
    const limits = { toolTimeoutMs: 20, humanTimeoutMs: 200 };
    const started = performance.now();
    const recorded = await run(
      [asks()],
      [toolUse("toolu_1", "ask_person", paris)],
      async (running) => running.done,
      { limits },
    );
    expect(performance.now() - started).toBeGreaterThan(200);
    expect(resultOf(recorded, "toolu_1")?.content).toMatch(/nobody decided .* within 0.2 s.*humanTimeoutMs/);
    expect(recorded.of("resume")).toMatchObject([{ decidedBy: "time-limit" }]);
    expect(recorded.end.outcome).toBe("completed");
  });

  test("stops the clock of the whole run while it waits", async () => {
    const limits = { totalTimeoutMs: 400 };
    const recorded = await run(
      [asks()],
      [toolUse("toolu_1", "ask_person", paris)],
      async (running) => {
        await until(running, "pause");
        await new Promise((resolve) => setTimeout(resolve, 600));
        running.decide("p1", { type: "answer", content: "late" });
      },
      { limits },
    );
    expect(recorded.end.outcome).toBe("completed");
  });
});

describe("a call that needs approval", () => {
  const call = [toolUse("toolu_1", "book", paris)];
  const decided = (decision: Parameters<RunningRun["decide"]>[1]) =>
    run([guarded], call, async (running) => {
      expect(await until(running, "pause")).toMatchObject([{ waitsFor: "approval", toolCallId: "toolu_1" }]);
      running.decide("p1", decision);
    });

  test("runs as it is when approved", async () => {
    expect(resultOf(await decided({ type: "approve" }), "toolu_1")?.content).toBe("Booked Paris.");
  });

  test("runs with the input a person gave it", async () => {
    const recorded = await decided({ type: "edit", input: { city: "Rome" } });
    expect(resultOf(recorded, "toolu_1")?.content).toBe("Booked Rome.");
    expect(recorded.of("tool-call-start")[0]?.input).toEqual(paris);
  });

  test("does not run when refused", async () => {
    const recorded = await decided({ type: "refuse", reason: "No." });
    expect(resultOf(recorded, "toolu_1")).toEqual({ content: "Refused by a person: No.", isError: true });
  });

  test("bothers nobody with an input that does not fit, and takes no edit that does not", async () => {
    const blocks = [toolUse("toolu_1", "book", { town: "Paris" }), toolUse("toolu_2", "book", paris)];
    const recorded = await run([guarded], blocks, async (running) => {
      expect(await until(running, "pause")).toMatchObject([{ toolCallId: "toolu_2" }]);
      expect(() => running.decide("p1", { type: "edit", input: { town: "Rome" } })).toThrow(
        /"city" is required/,
      );
      expect(() => running.decide("p1", { type: "answer", content: "x" })).toThrow(/waits for an approval/);
      running.decide("p1", { type: "approve" });
    });
    expect(recorded.of("pause")).toHaveLength(1);
    expect(resultOf(recorded, "toolu_1")?.isError).toBe(true);
  });

  test("has the tool's own time limit from when it runs", async () => {
    const slow = { ...guarded, handler: { ...guarded.handler, delayMs: 5_000 } };
    const recorded = await run(
      [slow],
      call,
      async (running) => {
        await until(running, "pause");
        await new Promise((resolve) => setTimeout(resolve, 150));
        running.decide("p1", { type: "approve" });
      },
      { limits: { toolTimeoutMs: 100 } },
    );
    expect(resultOf(recorded, "toolu_1")?.content).toMatch(/did not answer within 100 ms/);
  });

  test.each(["tool-runner", "ai-sdk"] as const)("waits in the engine %s too", async (kind) => {
    const recorded = await run(
      [guarded],
      call,
      async (running) => {
        await until(running, "pause");
        running.decide("p1", { type: "approve" });
      },
      { engine: { kind } },
    );
    expect(resultOf(recorded, "toolu_1")?.content).toBe("Booked Paris.");
    expect(recorded.end.outcome).toBe("completed");
  });
});

test("an answer schema that is none is refused before anything starts", async () => {
  const tools = [asks({ answerSchema: { type: "nonsense" } })];
  await expect(run(tools, [], async () => undefined)).rejects.toThrow(/not valid JSON Schema/);
});
