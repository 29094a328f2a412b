import { expect, test } from "vitest";
import { logsIn } from "./import-file";

const start = (id: string) => `{"seq":0,"at":0,"type":"run-start","runId":"${id}"}`;

test("a file falls into its logs, each with the number of its first line", () => {
  const text = `${start("a")}\n{"seq":1}\n${start("b")}\n{"seq":1}\n\n${start("c")}\n`;
  expect(logsIn(text)).toEqual([
    { firstLine: 1, text: `${start("a")}\n{"seq":1}` },
    { firstLine: 3, text: `${start("b")}\n{"seq":1}\n` },
    { firstLine: 6, text: `${start("c")}\n` },
  ]);
});

test("what stands before the first log, and an empty file, are handed on to be refused", () => {
  expect(logsIn(`oops\n${start("a")}`)).toEqual([
    { firstLine: 1, text: "oops" },
    { firstLine: 2, text: start("a") },
  ]);
  expect(logsIn("")).toEqual([{ firstLine: 1, text: "" }]);
});

test("words in a prompt begin no log", () => {
  const text = `${start("a")}\n{"seq":1,"type":"tool-call-log","line":"\\"type\\":\\"run-start\\""}`;
  expect(logsIn(text)).toHaveLength(1);
});
