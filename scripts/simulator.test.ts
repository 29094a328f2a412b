// Does `npm run simulator` serve the simulator alone, on this machine only?
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

test("it answers where it says it does, and shows what it received", { timeout: 60_000 }, async () => {
  const port = await freePort();
  const child = spawn(process.execPath, ["scripts/simulator.mjs"], {
    env: { ...process.env, HOST: "127.0.0.1", PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => {
    child.kill();
  });
  let shown = "";
  for await (const data of child.stdout) {
    shown += String(data);
    if (shown.includes("_requests")) break;
  }
  const origin = /http:\/\/localhost:\d+/.exec(shown)?.[0];
  expect(origin).toBe(`http://localhost:${port}`);
  const refused = await fetch(`http://127.0.0.1:${port}/~fault-529/v1/messages`, {
    method: "POST",
    headers: { "x-api-key": "s3cret", "anthropic-version": "2026-10-21" },
    body: JSON.stringify({
      model: "claude-opus-5",
      max_tokens: 9,
      messages: [{ role: "user", content: "Hello" }],
    }),
  });
  expect([refused.status, await refused.json()]).toMatchObject([
    529,
    { error: { type: "overloaded_error" } },
  ]);
  const record = await (await fetch(`http://127.0.0.1:${port}/_requests`)).text();
  expect(JSON.parse(record).requests).toMatchObject([{ path: "/~fault-529/v1/messages", status: 529 }]);
  expect(record).not.toContain("s3cret");
});

test("other machines are not let in", () => {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/simulator.mjs"], {
    env: { ...process.env, HOST: "0.0.0.0" },
    encoding: "utf8",
    timeout: 10_000,
  });
  expect([status, stderr]).toEqual([1, expect.stringContaining("HOST=127.0.0.1")]);
});
