// Do names in a path order the failures they say?

import { expect, test } from "vitest";
import { createSimulator } from "../simulator";
import { ask, bodyWith } from "../testing/ask";
import { faultOfPath, faultPathNames } from "./fault-path";

test.each([
  ["fault-529", { kind: "status", status: 529 }],
  ["fault-429-retry-after-2", { kind: "status", status: 429, retryAfter: 2 }],
  ["fault-500-turn-2-once", { kind: "status", status: 500, turn: 2, attempt: 1 }],
  ["fault-cut", { kind: "cut" }],
  ["fault-mid-stream-error-turn-3", { kind: "mid-stream-error", turn: 3 }],
  ["fault-empty-body-once", { kind: "empty-body", attempt: 1 }],
])("%s orders its fault", (name, fault) => {
  expect(faultOfPath(name)).toEqual(fault);
});

test.each([
  "fault-200",
  "fault-600",
  "fault-nothing",
  "fault-",
  "fault-529-twice",
  "fault-cut-turn-0",
  "refusal",
])("%s orders none", (name) => {
  expect(faultOfPath(name)).toBeUndefined();
});

test("every kind of fault has a name", () => {
  expect(faultPathNames.filter((name) => faultOfPath(name) === undefined)).toEqual([]);
});

test("a client that only has a base URL gets the failure, on every turn or once", async () => {
  const simulator = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });
  const statuses = async (name: string) => {
    const found = [];
    for (let count = 0; count < 3; count += 1)
      found.push((await ask(simulator, { path: `/~${name}/v1/messages`, body: bodyWith() })).status);
    return found;
  };
  expect(await statuses("fault-503")).toEqual([503, 503, 503]);
  expect(await statuses("fault-429-retry-after-1-once")).toEqual([429, 200, 429]);
  expect(await statuses("fault-frogs")).toEqual([404, 404, 404]);
});

test("a script may say on which turn it fails", async () => {
  const simulator = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });
  const content = [{ type: "text", text: "Here." }];
  simulator.registerScript("moody", {
    turns: [{ content, fault: { kind: "status", status: 503, attempt: 1 } }],
  });
  const send = async () => (await ask(simulator, { path: "/~moody/v1/messages" })).status;
  expect([await send(), await send()]).toEqual([503, 200]);
});
