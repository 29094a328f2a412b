// Does the small Python print what Python prints, and say honestly what it cannot run?

import { expect, test } from "vitest";
import { runPython } from "./python";

test.each([
  ["print(17 * (3 + 4) ** 2)", "833\n"],
  ["print(7 / 2, 7 // 2, -7 // 2, -7 % 3)", "3.5 3 -4 2\n"],
  ["print(2 ** 3 ** 2, -2 ** 2)", "512 -4\n"],
  ["print(4 / 2)", "2.0\n"],
  ["x = 3\ny = x * 2; print('x and y:', x, y)", "x and y: 3 6\n"],
  ["print('a;b')", "a;b\n"],
  ["print(sum([1, 2, 3]), max(4, 9, 2), min([3, 1]), abs(-5), len('four'))", "6 9 1 5 4\n"],
  ["print(round(2.5), round(3.14159, 2), [1, 'a', 2.0])", "2 3.14 [1, 'a', 2.0]\n"],
  ["# nothing but a comment\nprint('ab' + 'cd')  # and another", "abcd\n"],
])("%s", (program, stdout) => {
  expect(runPython(program)).toEqual({ stdout, stderr: "", returnCode: 0 });
});

test.each([
  ["1 / 0", "ZeroDivisionError: division by zero"],
  ["print(x)", "not 'x'"],
  ["import os", "arithmetic, assignments and print() only"],
  ["for i in range(3): print(i)", "invalid syntax"],
  ["print(1 + )", "SyntaxError"],
  ["print((1, 2))", "tuples"],
  ["print(9 ** 99)", "NotImplementedError"],
  ["print(1e308 * 10)", "OverflowError"],
  ["print(5 + 'a')", "TypeError"],
  [`print(${"(".repeat(5_000)}`, "nested this deep"],
  ["print('constructor', constructor)", "not 'constructor'"],
])("%s fails with a message", (program, message) => {
  const { stderr, returnCode } = runPython(program);
  expect(stderr).toContain(message);
  expect(returnCode).toBe(1);
});

test("what was printed before an error stays", () => {
  expect(runPython("print(1)\nprint(1 / 0)\nprint(2)").stdout).toBe("1\n");
});
