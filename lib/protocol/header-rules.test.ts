// Is what cannot be sent as typed refused with its reason, and everything else taken?
import { describe, expect, test } from "vitest";
import { headerNameProblem, headerValueProblem } from "./header-rules";

describe("a name", () => {
  test.each([
    "x-tenant",
    "X-Team_Name",
    "x!#$%&'*+.^`|~y",
    "constructor",
    "proxy-authorization",
    "cookie",
    "1",
  ])("%s can be sent", (name) => expect(headerNameProblem(name)).toBeNull());

  test.each([
    ["", "needs a name"],
    [" x-a", "before or after"],
    ["x-a\t", "before or after"],
    ["x a", "letters, digits"],
    ["x:a", "letters, digits"],
    ["x\r\ny", "letters, digits"],
    ["x\0", "letters, digits"],
    ["xé", "letters, digits"],
    ["Content-Length", "computes it from the body"],
    ["Transfer-Encoding", "computes it from the body"],
    ["Host", "the address"],
    ["connection", "one connection"],
    ["Proxy-Connection", "one connection"],
    ["keep-alive", "one connection"],
    ["TE", "one connection"],
    ["trailer", "one connection"],
    ["Upgrade", "one connection"],
    ["expect", "fetch"],
    ["Sec-Fetch-Mode", "fetch"],
    ["__proto__", "SDK"],
  ])("%j is refused, and why is told", (name, reason) => {
    expect(headerNameProblem(name)).toContain(reason);
  });
});

describe("a value", () => {
  test.each(["", "a  b", "a\tb", "ünïcode\u0080ÿ", '{"a": [1]}', "v".repeat(20_480)])(
    "%j can be sent",
    (value) => expect(headerValueProblem(value)).toBeNull(),
  );

  test.each([
    ["a\nb", "line break"],
    ["a\r\nx-b: c", "line break"],
    ["a\n", "line break"],
    ["a\0b", "U+0000"],
    ["a\u007f", "U+007F"],
    ["€ 5", "“€” (U+20AC)"],
    ["😀", "“😀” (U+1F600)"],
    [" a", "taken off"],
    ["a\t", "taken off"],
    [" ", "taken off"],
    ["v".repeat(20_481), "20 kB"],
  ])("%j is refused, and why is told", (value, reason) => {
    expect(headerValueProblem(value)).toContain(reason);
  });
});
