import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readMcpFile } from "./mcp-file";

const folder = mkdtempSync(join(tmpdir(), "toolscope-mcp-file-"));
const path = join(folder, "mcp.json");
afterAll(() => rmSync(folder, { recursive: true }));

function read(content: unknown) {
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return readMcpFile(path, "/work");
}

test.each(["mcpServers", "servers"])(
  "reads what stands under %s, whatever other programs wrote beside it",
  (key) => {
    const { entries, problem } = read({
      inputs: [],
      [key]: {
        files: { command: "npx", args: ["-y", "x", 3], env: { A: "1", B: true }, cwd: "sub", timeout: 60 },
        here: { type: "stdio", command: "run" },
        far: {
          type: "http",
          url: "https://example.com/mcp",
          headers: { Authorization: "Bearer x", "x-a": "b" },
        },
        alias: { type: "streamable-http", url: "https://example.com/mcp" },
        off: { command: "run", disabled: true },
      },
    });
    expect(problem).toBeNull();
    expect(entries).toEqual([
      {
        transport: "stdio",
        name: "files",
        source: "file",
        command: "npx",
        args: ["-y", "x", "3"],
        env: { A: "1", B: "true" },
        cwd: "/work/sub",
      },
      { transport: "stdio", name: "here", source: "file", command: "run", args: [], env: {}, cwd: "/work" },
      {
        transport: "http",
        name: "far",
        source: "file",
        url: "https://example.com/mcp",
        headers: [
          { name: "Authorization", value: "Bearer x", secret: true },
          { name: "x-a", value: "b", secret: false },
        ],
        lostHeaders: [],
      },
      {
        transport: "http",
        name: "alias",
        source: "file",
        url: "https://example.com/mcp",
        headers: [],
        lostHeaders: [],
      },
    ]);
  },
);

test("says of each entry what is wrong with it, and takes the others", () => {
  const { entries } = read({
    mcpServers: {
      good: { command: "run" },
      neither: {},
      both: { command: "run", url: "https://example.com" },
      old: { type: "sse", url: "https://example.com/sse" },
      args: { command: "run", args: "all of them" },
      text: "npx x",
      header: { url: "https://example.com", headers: { "a b": "c" } },
      "line\nbreak": { command: "run" },
    },
  });
  const problems = entries.map((entry) => [entry.name, "problem" in entry ? entry.problem : null]);
  expect(problems).toEqual([
    ["good", null],
    ["neither", "It has neither a command nor a url."],
    ["both", expect.stringContaining("a command and a url")],
    ["old", expect.stringContaining("old SSE transport")],
    ["args", expect.stringContaining("args")],
    ["text", expect.any(String)],
    ["header", "A header cannot be sent as it is written."],
    ["line\nbreak", expect.stringContaining("control character")],
  ]);
});

test.each([
  ["{ not json", /not JSON/],
  ["[]", /It has no servers/],
  ['{"servers": []}', /It has no servers/],
  [
    JSON.stringify({
      servers: Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`s${index}`, { command: "x" }])),
    }),
    /101 servers/,
  ],
  [`"${"x".repeat(1_000_001)}"`, /1,000,003 bytes/],
])("a whole file that is wrong says so", (content, problem) => {
  expect(read(content).problem).toMatch(problem);
});

test("no file is no problem", () => {
  expect(readMcpFile(join(folder, "absent.json"), "/work")).toMatchObject({
    exists: false,
    problem: null,
    entries: [],
  });
});

test("names like __proto__ change nothing but the list", () => {
  const { entries } = read(
    '{"mcpServers": {"__proto__": {"command": "run"}, "constructor": {"command": "run"}}}',
  );
  expect(entries.map(({ name }) => name)).toEqual(["__proto__", "constructor"]);
  expect(({} as Record<string, unknown>).command).toBeUndefined();
});
