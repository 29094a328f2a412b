import { expect, test } from "vitest";
import { checkEventOrder } from "./event-order";
import type { RunEvent, RunEventBody } from "./run-event";

const start = { type: "run-start" } as RunEventBody;
const turn = (index: number) => ({ turnId: `t${index}`, index });
const request = { type: "request-start", requestId: "r1", turnId: "t0" } as RunEventBody;
const response: RunEventBody = { type: "response-start", requestId: "r1", status: 200, headers: [] };
const batch = { batchId: "b0", turnId: "t0" };
const call = {
  type: "tool-call-start",
  toolCallId: "c1",
  batchId: "b0",
  name: "x",
  input: {},
  handler: "none",
} as const;
const callEnd = { type: "tool-call-end", toolCallId: "c1", result: { content: "", isError: false } } as const;
const end: RunEventBody = { type: "run-end", outcome: "stopped" };

function problems(bodies: readonly RunEventBody[]): string[] {
  return checkEventOrder(bodies.map((body, seq) => ({ seq, at: seq, ...body }) as RunEvent));
}

const good: RunEventBody[] = [
  start,
  { type: "turn-start", ...turn(0) },
  request,
  { type: "request-observed", requestId: "r1", point: "wire", headers: [] },
  response,
  { type: "response-chunk", requestId: "r1", events: [] },
  { type: "batch-start", ...batch },
  call,
  { type: "response-end", requestId: "r1" },
  { type: "pause", pauseId: "p1", waitsFor: "answer", toolCallId: "c1" },
  { type: "resume", pauseId: "p1", decidedBy: "person", decision: { type: "approve" } },
  callEnd,
  { type: "batch-end", ...batch },
  { type: "turn-end", ...turn(0) },
  end,
];

test("a good log breaks no rule, calls that overlap their response included", () => {
  expect(problems(good)).toEqual([]);
});

test.each(
  good
    .map((body, index) => [body.type, index] as const)
    .filter(([type]) => !["request-observed", "response-chunk"].includes(type)),
)("a log without its %s is not allowed", (_type, index) => {
  expect(problems(good.toSpliced(index, 1))).not.toEqual([]);
});

test.each<[string, RunEventBody[]]>([
  ["something after run-end", [...good, { type: "turn-start", ...turn(1) }]],
  ["a turn in a turn", good.toSpliced(2, 0, { type: "turn-start", ...turn(1) })],
  ["a second response", good.toSpliced(5, 0, response)],
  ["a chunk after the end", good.toSpliced(9, 0, { type: "response-chunk", requestId: "r1", events: [] })],
  [
    "an error for an answered request",
    good.with(8, { type: "request-error", requestId: "r1", error: { code: "aborted", message: "x" } }),
  ],
  ["a call outside its batch", good.with(7, { ...call, batchId: "b9" })],
  [
    "a log line of a call that ended",
    good.toSpliced(12, 0, { type: "tool-call-log", toolCallId: "c1", line: "x" }),
  ],
  [
    "a turn number used twice",
    [...good.slice(0, -1), { type: "turn-start", ...turn(0) }, { type: "turn-end", ...turn(0) }, end],
  ],
  [
    "a resume of nothing",
    good.toSpliced(3, 0, { type: "resume", pauseId: "p", decidedBy: "x", decision: null }),
  ],
  [
    "a pause of a call that is not open",
    good.with(9, { type: "pause", pauseId: "p1", waitsFor: "answer", toolCallId: "c9" }),
  ],
  [
    "a second resume",
    good.toSpliced(11, 0, { type: "resume", pauseId: "p1", decidedBy: "person", decision: null }),
  ],
])("%s is not allowed", (_what, bodies) => {
  expect(problems(bodies)).not.toEqual([]);
});

test("numbers follow one another and time does not run backwards", () => {
  const numbered = good.map((body, seq) => ({ seq, at: seq, ...body }) as RunEvent);
  const [first, second] = numbered;
  if (first === undefined || second === undefined) throw new Error("the good log is empty");
  expect(checkEventOrder([first, { ...second, seq: 5 }])[0]).toContain("seq 5 where 1 was due");
  expect(checkEventOrder([{ ...first, at: 9 }, second])[0]).toContain("earlier");
});
