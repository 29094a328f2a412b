import { describe, expect, it } from "vitest";
import type { RunEntry } from "@/lib/protocol/run-entry";
import { parseRunQuery } from "./run-query";

const entry: RunEntry = {
  id: "run_000000001aaaaaaaaaa",
  title: "Weather in Paris?",
  name: "",
  startedAt: "2026-11-27T00:00:00.000Z",
  outcome: "failed",
  engine: "manual",
  provider: "simulator",
  model: "claude-opus-5-5",
  turns: 2,
  calls: 4,
  findings: 1,
  durationMs: 5_200,
  pinned: true,
  imported: false,
  text: "Weather in Paris? And what is the time in Rome",
  tools: ["get_time", "get_weather"],
  headers: ["cf-aig-authorization", "x-api-key"],
  codes: ["header-dropped"],
  scenario: "four-parallel-calls",
  scope: "",
};

function matches(text: string, change: Partial<RunEntry> = {}): boolean {
  const query = parseRunQuery(text);
  if (!query.ok) throw new Error(query.problem);
  return query.matches({ ...entry, ...change });
}

describe("a search in the history", () => {
  it.each([
    "",
    "paris",
    "PARIS rome",
    '"time in rome"',
    "tool:get_weather status:failed header:cf-aig-authorization duration:>5s",
    "duration:>=5.2s duration:<6 duration:<1min duration:>5000ms",
    "turns:2 calls:>3 findings:1",
    "is:pinned model:opus engine:manual provider:simulator scenario:parallel",
    "finding:header-dropped",
    "-tool:get_stock_price -berlin",
    '-"two words"',
  ])("finds the run by %s", (text) => expect(matches(text)).toBe(true));

  it.each([
    "berlin",
    '"rome time"',
    "tool:get_stock",
    "status:completed",
    "duration:>6s",
    "turns:>2",
    "-paris",
    "-status:failed",
    "is:running",
  ])("does not find it by %s", (text) => expect(matches(text)).toBe(false));

  it("takes a run that goes on as running", () => {
    expect(matches("status:running is:running", { outcome: null })).toBe(true);
  });

  it("searches for what only looks like a key as it stands", () => {
    expect(matches("https://example.com")).toBe(false);
    expect(matches("https://example.com", { text: "Fetch https://example.com/a" })).toBe(true);
    expect(matches("constructor:x")).toBe(false);
  });

  it.each([
    ["duration:soon", "duration:soon: give a time such as >5s"],
    ["status:great", "status:great: give one of running, completed"],
    ["turns:many", "turns:many: give a number"],
    ["is:red", "is:red: give pinned, running or imported"],
    ["duration:", "give a time"],
  ])("says what is wrong with %s", (text, problem) => {
    const query = parseRunQuery(text);
    expect(query.ok ? "" : query.problem).toContain(problem);
  });
});
