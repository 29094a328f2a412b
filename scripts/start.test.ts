import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { listenAddress } from "./lib/address.mjs";

function start(variables: Record<string, string>) {
  const { TOOLSCOPE_ACCESS_TOKEN: _token, TOOLSCOPE_ACCESS_TOKENS: _tokens, ...rest } = process.env;
  return spawnSync(process.execPath, ["scripts/start.mjs"], {
    env: { ...rest, ...variables },
    encoding: "utf8",
    timeout: 10_000,
  });
}

describe("P02: listening beyond this machine", () => {
  const wide = [
    "0.0.0.0",
    "::",
    "0",
    "[::]",
    "\uff10",
    "\uff10.\uff10.\uff10.\uff10",
    "192.168.1.5",
    "example.com",
    "127.0.0.1.example.com",
    "127.1",
    "*",
    "",
    " ",
    "\t",
  ];

  test.each(wide)("HOST=%j is refused without a token, and the message says how to go on", (host) => {
    for (const token of [undefined, "", "  "]) {
      const { status, stderr } = start({
        HOST: host,
        ...(token !== undefined && { TOOLSCOPE_ACCESS_TOKEN: token }),
      });
      expect(status).toBe(1);
      expect(stderr).toContain(`HOST=${host.trim()} would let`);
      expect(stderr).toContain("TOOLSCOPE_ACCESS_TOKEN");
      expect(stderr).toContain("HOST=127.0.0.1");
    }
  });

  test.each(["0", "\uff10", "127.1", "example.com", "*", "", " "])(
    "HOST=%j is no address, with a token either",
    (host) => {
      const { status, stderr } = start({ HOST: host, TOOLSCOPE_ACCESS_TOKEN: "made-up-token" });
      expect(status).toBe(1);
      expect(stderr).toContain(`HOST=${host.trim()} is no address`);
      expect(stderr).not.toContain("made-up");
    },
  );

  test("no HOST at all is this machine's own", () => {
    expect(listenAddress({})).toMatchObject({ host: "127.0.0.1" });
  });

  test.each([
    ["0.0.0.0", "0.0.0.0", "http://127.0.0.1:3000"],
    ["::", "::", "http://[::1]:3000"],
    ["[::]", "::", "http://[::1]:3000"],
    ["192.168.1.5", "192.168.1.5", "http://192.168.1.5:3000"],
  ])("HOST=%s is taken with a token, but never by a server without a door", (named, host, origin) => {
    const variables = { HOST: named, TOOLSCOPE_ACCESS_TOKEN: "made-up-token" };
    expect(listenAddress(variables)).toMatchObject({ host, origin });
    expect(() => listenAddress(variables, { door: false })).toThrow(`HOST=${named}`);
  });
});

test.each(["0", "70000", "abc", "-1", "3000x", "1e3"])("PORT=%s is refused by name", (port) => {
  const { status, stderr } = start({ PORT: port, HOST: "localhost" });
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
