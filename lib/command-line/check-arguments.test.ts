// Does a wrong command line say which flag is wrong and what to do, without repeating a secret?
import { describe, expect, test } from "vitest";
import { checkArguments } from "./check-arguments";
import { UsageError } from "./usage-error";

const sdkVersions = ["1.13.0", "1.0.0", "0.63.1"];
const read = (words: readonly string[], variables: Record<string, string> = {}) =>
  checkArguments(words, { variables, sdkVersions });

function refusal(words: readonly string[]): string {
  try {
    read(words);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return "taken";
}

describe("what is left out", () => {
  test("is every engine, the newest SDK, default headers, the gateway", () => {
    expect(read(["--expect", "x-team"])).toMatchObject({
      engines: ["manual", "tool-runner", "tool-runner-no-thread", "ai-sdk"],
      sdkVersions: ["1.13.0"],
      kinds: ["default"],
      routes: ["gateway"],
      stream: true,
      baseURL: null,
    });
  });

  test("is no gateway in front of an address that is named", () => {
    expect(read(["--expect", "x", "--base-url", "https://gateway.example/v1"])?.routes).toEqual(["direct"]);
  });
});

describe("names", () => {
  test("come in lists and in several flags, each once", () => {
    const given = read([
      "--expect",
      "x-a, x-b",
      "--expect=X-A,x-c",
      "--sdk",
      "0.63.1,newest",
      "--kind",
      "all",
    ]);
    expect(given).toMatchObject({
      expect: ["x-a", "x-b", "x-c"],
      sdkVersions: ["0.63.1", "1.13.0"],
      kinds: ["default", "per-request", "environment"],
    });
  });

  test("of headers come with = or as in HTTP", () => {
    const given = read(
      [
        ...["--expect", "x", "--header", "x-team=blue: and = green", "--header", "X-Other: a:b "],
        ...["--header-env", "cf-aig-authorization=TOKEN", "--header", "x-empty="],
      ],
      { TOKEN: "Bearer abc" },
    );
    expect(given?.headers).toEqual([
      { name: "x-team", value: "blue: and = green" },
      { name: "X-Other", value: "a:b" },
      { name: "x-empty", value: "" },
      { name: "cf-aig-authorization", value: "Bearer abc", secret: true },
    ]);
  });
});

test("help is asked for beside anything", () => {
  expect(read(["--help"])).toBeNull();
  expect(read(["--engine", "x", "-h"])).toBeNull();
});

const expecting = ["--expect", "x-team"];
test.each([
  [[], /^--expect is missing: name the headers/],
  [["--expect", ","], /^--expect is missing/],
  [["--expect", "x team"], /^--expect x team: a header name is/],
  [["--expect", "content-length"], /^--expect content-length: .*computes it/],
  [["--expcet", "x"], /^Unknown option '--expcet'\. --help/],
  [[...expecting, "--engine"], /--engine.* argument missing\. --help/],
  [[...expecting, "--engine", "robot"], /^--engine robot is not known here: use manual, /],
  [[...expecting, "--sdk", "2.0.0"], /^--sdk 2\.0\.0 is not known here: use 1\.13\.0, /],
  [[...expecting, "--kind", "beta"], /^--kind beta is not known/],
  [[...expecting, "--route", "moon"], /^--route moon is not known here: use direct, gateway or all/],
  [[...expecting, "--base-url", "localhost:1"], /^--base-url: give a full http/],
  [[...expecting, "--base-url", "http://u:p@h"], /^--base-url: a user name or password/],
  [[...expecting, "--header", "x-team"], /^--header needs a name and a value/],
  [[...expecting, "--header", "=v"], /^--header : a header needs a name/],
  [[...expecting, "--header-env", "x-team"], /^--header-env needs a name and a variable/],
  [[...expecting, "--header-env", "x-team=NOT_THERE"], /NOT_THERE is not set, or empty\. Export it/],
  [[...expecting, "--json", " "], /^--json needs a value/],
] as const)("%j is refused", (words, message) => expect(refusal(words)).toMatch(message));

test.each([
  [["--header", "cf-aig-authorization:", "Bearer", "s3cret"]],
  [["--header", "cf-aig-authorization=s3cret\nx: y"]],
  [["--header", "content-length=s3cret"]],
  [["--base-url", "http://s3cret@"]],
])("%j is refused without its value", (words) => {
  const message = refusal([...expecting, ...words]);
  expect(message).not.toBe("taken");
  expect(message).not.toContain("s3cret");
});
