// Does `npm run check:headers` end with the right code, and do its reports say why, without a secret?
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { serveGateway } from "@/lib/gateway/serve-gateway";
import { serve } from "@/lib/simulator/serve";

const folder = mkdtempSync(join(tmpdir(), "toolscope-check-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

const cleared = {
  ANTHROPIC_API_KEY: "",
  ANTHROPIC_AUTH_TOKEN: "",
  ANTHROPIC_CUSTOM_HEADERS: "",
  TOOLSCOPE_DATA_DIR: join(folder, "data"),
};

async function check(words: readonly string[], variables: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["scripts/check-headers.mjs", ...words], {
    env: { ...process.env, ...cleared, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let complaints = "";
  child.stdout.on("data", (data) => {
    out += String(data);
  });
  child.stderr.on("data", (data) => {
    complaints += String(data);
  });
  const [code] = await once(child, "close");
  return { code: code as number, out, complaints };
}

const path = (name: string) => join(folder, name);
const jsonOf = (file: string) => JSON.parse(readFileSync(file, "utf8"));

async function onLoopback(server: {
  address: () => unknown;
  closeAllConnections: () => void;
  close: () => void;
}) {
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("0: every expectation holds", () => {
  test("without an address, through the gateway to the simulator, for every engine", async () => {
    const file = path("fine.json");
    const { code, out, complaints } = await check([
      "--expect",
      "cf-aig-authorization,x-team",
      "--json",
      file,
    ]);
    expect({ code, complaints }).toEqual({ code: 0, complaints: "" });
    expect(out).toMatch(/Manual loop +1\.\d+\.\d+ +Default headers +Through the gateway +4 +✓ +✓/);
    expect(out).toContain("4 kept");
    const report = jsonOf(file);
    expect(report).toMatchObject({ version: 1, exitCode: 0, target: "the embedded simulator" });
    expect(report.cells.map(({ engine }: { engine: string }) => engine)).toEqual([
      ...["manual", "tool-runner", "tool-runner-no-thread", "ai-sdk"],
    ]);
    for (const cell of report.cells)
      expect(cell).toMatchObject({
        outcome: "kept",
        route: "gateway",
        seenUpTo: "provider",
        unseen: [],
        error: null,
      });
  });

  test("at an address that reports what it received, which is a gateway with a provider behind it", async () => {
    const { server } = await serve({ host: "127.0.0.1", port: 0 });
    const upstream = {
      baseURL: await onLoopback(server),
      credential: { name: "x-api-key", value: "kept-by-the-gateway" },
    };
    const front = await serveGateway({ host: "127.0.0.1", port: 0, upstream, token: "the-right-token" });
    const baseURL = await onLoopback(front.server);
    const words = [
      "--base-url",
      baseURL,
      "--expect",
      "cf-aig-authorization",
      "--engine",
      "manual,tool-runner",
    ];
    const value = ["--header-env", "cf-aig-authorization=GATEWAY_HEADER"];
    const right = await check([...words, ...value], { GATEWAY_HEADER: "Bearer the-right-token" });
    expect(right).toMatchObject({ code: 0, complaints: "" });
    expect(right.out).toMatch(/Manual loop .* Direct +2 +✓/);
    const wrong = await check([...words, ...value], { GATEWAY_HEADER: "Bearer another-token" });
    expect(wrong.code).toBe(1);
    expect(wrong.out).toMatch(/\? not shown/);
    expect(wrong.out).toMatch(/Unauthorized/);
    expect(wrong.out + wrong.complaints).not.toContain("another-token");
  });

  test("help", async () => {
    const { code, out } = await check(["--help"]);
    expect(code).toBe(0);
    for (const flag of ["--expect", "--header-env", "--base-url", "--engine", "--sdk", "--json", "--junit"])
      expect(out).toContain(flag);
  });
});

describe("1: an expectation breaks", () => {
  const file = path("broken.json");
  const junit = path("deep/folder/broken.xml");
  const words = ["--expect", "x-team", "--engine", "tool-runner,ai-sdk", "--sdk", "0.80.0,0.63.1"];

  test("the table, the JSON and the JUnit file say which header, where, why and what to do", async () => {
    const { code, out } = await check([...words, "--kind", "per-request", "--json", file, "--junit", junit]);
    expect(code).toBe(1);
    expect(out).toMatch(/Tool runner +0\.80\.0 .* ✗ lost on compaction \(request 2\) at fetch/);
    expect(out).toContain("Fix: Put it in the default headers, or use SDK 0.84 or newer.");
    expect(out).toContain("1 kept, 2 broken");

    const { cells, exitCode } = jsonOf(file);
    expect(exitCode).toBe(1);
    expect(cells).toMatchObject([
      {
        id: "tool-runner@0.80.0/per-request/gateway",
        outcome: "broken",
        headers: [
          {
            name: "x-team",
            fate: "lost",
            breaks: [{ request: 2, kind: "compaction", point: "fetch", cause: { fix: expect.any(String) } }],
          },
        ],
      },
      { id: "tool-runner@0.63.1/per-request/gateway", outcome: "broken" },
      { id: "ai-sdk/per-request/gateway", outcome: "kept" },
    ]);

    const xml = readFileSync(junit, "utf8");
    expect(xml).toMatch(/<testsuite name="check:headers" tests="3" failures="2" errors="0" skipped="0"/);
    expect(xml.match(/<failure type="expectation" message="x-team from/g)).toHaveLength(2);
    expect(tagsLeftOpen(xml)).toEqual([]);
  });

  test("a beta of the client that the runner's thread replaces, and a header nobody sends", async () => {
    const flags = ["--expect", "anthropic-beta,x-stainless-lang", "--engine", "tool-runner,ai-sdk"];
    const { code, out } = await check(flags);
    expect(code).toBe(1);
    expect(out).toMatch(/Tool runner .* ✗ replaced on every request at fetch +✓/);
    expect(out).toMatch(/AI SDK .* ✓ +✗ lost on every request at fetch/);
  });

  test("an endpoint that is no Messages API shows nothing, which is not fine either", async () => {
    const server = createServer((_, response) => response.writeHead(404).end("<h1>nothing here</h1>"));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const baseURL = await onLoopback(server);
    const { code, out } = await check(["--expect", "x", "--engine", "manual", "--base-url", baseURL]);
    expect(code).toBe(1);
    expect(out).toMatch(/Not shown[\s\S]*status 404/);
  });
});

describe("2: a wrong command line", () => {
  test.each([
    [["--engine", "manual"], /--expect is missing/],
    [["--expect", "x", "--sdk", "9.9.9"], /--sdk 9\.9\.9 is not known here: use 1\./],
    [["--expect", "x", "--junit", "/dev/null/report.xml"], /--junit .* cannot be written/],
    [
      ["--expect", "x", "--engine", "tool-runner-no-thread", "--sdk", "0.63.1"],
      /Nothing of this can be checked/,
    ],
    [["--expect", "x", "--header", "x=1", "--header", "x=2", "--engine", "ai-sdk"], /one value for a header/],
  ] as const)("%j", async (words, complaint) => {
    const { code, complaints } = await check(words);
    expect(code).toBe(2);
    expect(complaints).toMatch(complaint);
  });
});

test("3: the endpoint cannot be reached, and is asked for one cell only", async () => {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  const file = path("gone.json");
  const words = ["--expect", "x", "--base-url", `http://127.0.0.1:${port}`, "--json", file];
  const { code, out } = await check(words);
  expect(code).toBe(3);
  expect(out).toMatch(/Cannot be reached[\s\S]*ECONNREFUSED/);
  const outcomes = jsonOf(file).cells.map(({ outcome }: { outcome: string }) => outcome);
  expect(outcomes).toEqual(["unreachable", "left-out", "left-out", "left-out"]);
});

describe("the environment", () => {
  test("its headers count as set, beside those that are given", async () => {
    const words = ["--expect", "X-Env,x-team", "--engine", "manual,ai-sdk", "--header", "x-team=blue"];
    const { code, out } = await check(words, { ANTHROPIC_CUSTOM_HEADERS: "X-Env: e" });
    expect(code).toBe(1);
    expect(out).toMatch(/Manual loop .* ✓ +✓/);
    expect(out).toMatch(/AI SDK .* ✗ lost on every request at fetch +✓/);
    expect(out).not.toContain("Made-up");
  });

  test("keys and secret values are in no output, no file and no log", async () => {
    const { server, simulator: _ } = await serve({ host: "127.0.0.1", port: 0 });
    const baseURL = await onLoopback(server);
    const secrets = { ANTHROPIC_API_KEY: "made-up-s3cret-key", VALUE: "made-up-s3cret-value" };
    const [json, junit] = [path("secret.json"), path("secret.xml")];
    const words = [
      "--expect",
      "x-tenant,cf-aig-authorization,authorization",
      "--base-url",
      baseURL,
      "--kind",
      "all",
      "--engine",
      "manual",
    ];
    const { code, out, complaints } = await check(
      [
        ...words,
        "--header-env",
        "x-tenant=VALUE",
        "--header",
        "cf-aig-authorization=Bearer s3cret-token",
        "--json",
        json,
        "--junit",
        junit,
      ],
      secrets,
    );
    expect(code).toBe(0);
    const received = await (await fetch(`${baseURL}/_requests`)).text();
    expect(received).toContain("x-tenant");
    for (const text of [out, complaints, readFileSync(json, "utf8"), readFileSync(junit, "utf8")]) {
      expect(text).not.toContain("s3cret");
      expect(text).not.toContain(Buffer.from("made-up-s3cret-key").toString("base64"));
    }
  });
});

/** The tags of an XML text that do not close in their order. */
function tagsLeftOpen(xml: string): string[] {
  const open: string[] = [];
  for (const [, close, name = "", empty] of xml.matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (empty === "/") continue;
    if (close === "/" && open.at(-1) === name) open.pop();
    else open.push(close === "/" ? `/${name}` : name);
  }
  return open;
}
