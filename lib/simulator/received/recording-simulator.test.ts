// Can one see afterwards what a program sent, without its secrets, and can no foreign page?

import { describe, expect, test } from "vitest";
import { createSimulator } from "../simulator";
import { ask, bodyWith, usualHeaders } from "../testing/ask";
import { recordingSimulator } from "./recording-simulator";
import { createRequestRecord } from "./request-record";

type Pair = readonly [string, string];
const local: readonly Pair[] = [["Host", "localhost:3000"]];

const created = () =>
  recordingSimulator(createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } }));

async function received(simulator: ReturnType<typeof created>) {
  const response = await ask(simulator, { method: "GET", path: "/_requests", headers: local });
  return JSON.parse(String(response.body)).requests;
}

describe("GET /_requests", () => {
  test("shows the newest request first, with method, path, headers, body and status", async () => {
    const simulator = created();
    await ask(simulator, {
      path: "/~fault-529/v1/messages",
      query: "beta=true",
      body: bodyWith({ max_tokens: 7 }),
    });
    await ask(simulator, { method: "GET", path: "/v1/models/nobody" });
    const [newest, oldest] = await received(simulator);
    expect(newest).toMatchObject({ method: "GET", path: "/v1/models/nobody", body: null, status: 404 });
    expect(oldest).toMatchObject({
      method: "POST",
      path: "/~fault-529/v1/messages",
      query: "beta=true",
      body: { max_tokens: 7 },
      bodyOmitted: 0,
      status: 529,
    });
    expect(Date.parse(oldest.at)).toBeGreaterThan(Date.now() - 60_000);
  });

  test("keeps order, case and repeats of headers, and none of their secrets", async () => {
    const simulator = created();
    const headers: Pair[] = [
      ["X-Trace", "one"],
      ["Authorization", "Bearer s3cret-1"],
      ["x-trace", "two"],
      ["X-Api-Key", "s3cret-2"],
      ["cookie", "s3cret-3"],
      ["x-team-token", "s3cret-4"],
      ["anthropic-beta", "token-counting-2024-11-01"],
      ["X-Stainless-Retry-Count", "0"],
    ];
    await ask(simulator, { headers, query: "api_key=s3cret-5&beta=true" });
    const [entry] = await received(simulator);
    expect(entry.headers).toEqual([
      ["X-Trace", "one"],
      ["Authorization", "Bearer [redacted]"],
      ["x-trace", "two"],
      ["X-Api-Key", "[redacted]"],
      ["cookie", "[redacted]"],
      ["x-team-token", "[redacted]"],
      ["anthropic-beta", "token-counting-2024-11-01"],
      ["X-Stainless-Retry-Count", "0"],
    ]);
    expect(entry.query).toBe("api_key=[redacted]&beta=true");
    expect(JSON.stringify(entry)).not.toContain("s3cret");
  });

  test("keeps no secret of a body, not even of one that is cut", async () => {
    const simulator = created();
    const servers = [{ type: "url", url: "https://a.example", name: "a", authorization_token: 's3"cret' }];
    await ask(simulator, { body: bodyWith({ mcp_servers: servers }) });
    await ask(simulator, {
      body: `{"pad":"${"x".repeat(65_450)}","authorization_token":"s3cret${"y".repeat(99)}"}`,
    });
    const [cut, whole] = await received(simulator);
    expect(whole.body.mcp_servers[0]).toMatchObject({ name: "a", authorization_token: "[redacted]" });
    expect(cut.bodyOmitted).toBeGreaterThan(0);
    expect(cut.body).toMatch(/^\{"pad":"x+","authorization_token":"\[redacted\]"$/);
  });

  test("keeps the last two hundred, and no more text than its bound", async () => {
    const record = createRequestRecord({ maxLength: 10_000 });
    const note = (path: string, body: string) =>
      record.note({ method: "POST", path, query: "", headers: [], body });
    for (let count = 0; count < 205; count += 1) note(`/${count}`, "");
    expect(record.list()).toHaveLength(200);
    expect(record.list()[0]).toMatchObject({ path: "/204", status: null });
    note("/long", "x".repeat(9_900));
    note("/longer", "x".repeat(20_000));
    expect(record.list().map(({ path }) => path)).toEqual(["/longer"]);
  });

  test.each<[string, number, readonly Pair[]]>([
    ["a program on this machine", 200, local],
    [
      "a page of this origin",
      200,
      [...local, ["Sec-Fetch-Site", "same-origin"], ["Origin", "http://localhost:3000"]],
    ],
    [
      "an address typed by hand",
      200,
      [
        ["host", "[::1]:3001"],
        ["sec-fetch-site", "none"],
      ],
    ],
    ["a page of another origin", 403, [...local, ["Origin", "https://evil.example"]]],
    ["a page of another port", 403, [...local, ["Origin", "http://localhost:8080"]]],
    ["a page that sends no origin", 403, [...local, ["Sec-Fetch-Site", "cross-site"]]],
    ["a sandboxed page", 403, [...local, ["Origin", "null"]]],
    ["a page under a rebound name", 403, [["Host", "evil.example:3000"]]],
    ["nobody's host", 403, []],
    ["two hosts", 403, [...local, ["host", "evil.example"]]],
  ])("for %s answers %i", async (_, status, headers) => {
    const simulator = created();
    await ask(simulator, { headers: usualHeaders });
    const response = await ask(simulator, { method: "GET", path: "/_requests", headers });
    expect(response.status).toBe(status);
    expect(String(response.body).includes("claude-opus-5")).toBe(status === 200);
  });
});
