import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";

function start(variables: Record<string, string>) {
  const { TOOLSCOPE_ACCESS_TOKEN: _token, ...rest } = process.env;
  return spawnSync(process.execPath, ["scripts/start.mjs"], {
    env: { ...rest, ...variables },
    encoding: "utf8",
    timeout: 10_000,
  });
}

test.each(["0.0.0.0", "::", "192.168.1.5", "example.com", "127.0.0.1.example.com"])(
  "listening on %s is refused, and the message says how to go on",
  (host) => {
    const { status, stderr } = start({ HOST: host });
    expect(status).toBe(1);
    expect(stderr).toContain(`HOST=${host}`);
    expect(stderr).toContain("TOOLSCOPE_ACCESS_TOKEN");
    expect(stderr).toContain("HOST=127.0.0.1");
  },
);

test("a token does not open the door that is not there yet", () => {
  const { status, stderr } = start({ HOST: "0.0.0.0", TOOLSCOPE_ACCESS_TOKEN: "made-up" });
  expect(status).toBe(1);
  expect(stderr).toContain("no door yet");
  expect(stderr).not.toContain("made-up");
});

test.each(["0", "70000", "abc", "-1", "3000x", "1e3"])("PORT=%s is refused by name", (port) => {
  const { status, stderr } = start({ PORT: port, HOST: "" });
  expect(status).toBe(1);
  expect(stderr).toContain(`PORT=${port} is not a port`);
});

test("a port that something silent holds is said to be in use, with another to take", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  const { status, stderr } = start({ PORT: String(address.port), HOST: "localhost" });
  expect(status).toBe(1);
  expect(stderr).toContain(`Port ${address.port} is in use`);
  expect(stderr).toMatch(/PORT=\d+ npm start/);
});
