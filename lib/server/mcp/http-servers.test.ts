// MCP over streamable HTTP: through the guard, with what was typed and nothing more, and whatever a server answers.
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import type { JsonObject } from "@/lib/protocol/json-object";
import { startEverything } from "./testing/everything-http.mjs";
import { json, type RawServer, startRawServer, stream, textResult } from "./testing/raw-mcp-server";
import { callOptions, type TestRegistry, testRegistry, textOf } from "./testing/registry";

let registry: TestRegistry;
let far: { close: () => Promise<unknown> } | null = null;
afterEach(async () => {
  await registry.dispose();
  await far?.close();
  far = null;
});

const call = (name = "any", input = {}, ms?: number) => registry.call("far", name, input, callOptions(ms));

async function everything() {
  const server = await startEverything();
  far = server;
  registry = testRegistry();
  registry.add({ name: "far", url: server.url, headers: [] });
  return server;
}

/** A server that answers calls in its own way. */
async function raw(...given: Parameters<typeof startRawServer>): Promise<RawServer> {
  const server = await startRawServer(...given);
  far = server;
  registry = testRegistry();
  registry.add({ name: "far", url: server.url, headers: [] });
  return server;
}

describe("the real server-everything", () => {
  test("lists and runs its tools, and says goodbye", async () => {
    const server = await everything();
    const { tools } = await registry.tools("far");
    expect(tools.map((tool) => tool.name)).toContain("get-structured-content");
    expect(textOf(await call("get-sum", { a: 2, b: 40 }))).toContain("42");
    expect(registry.get("far")).toMatchObject({
      state: "connected",
      title: "Everything Reference Server 2.0.0",
    });
    expect(server.sessions.size).toBe(1);
    await registry.disconnect("far");
    expect(server.sessions.size).toBe(0);
  });

  test("is met anew after it forgot the session, and the call is made once", async () => {
    const server = await everything();
    await call("echo", { message: "one" });
    server.sessions.clear();
    expect(textOf(await call("echo", { message: "two" }))).toContain("two");
  });

  test("reports progress of a long call, which Stop lets go of", async () => {
    await everything();
    const options = callOptions();
    await registry.call("far", "trigger-long-running-operation", { duration: 0.4, steps: 2 }, options);
    expect(options.lines.some((line) => line.startsWith("progress 1 of 2"))).toBe(true);
    const stopped = new AbortController();
    const started = performance.now();
    setTimeout(() => stopped.abort(), 100);
    await expect(
      registry.call(
        "far",
        "trigger-long-running-operation",
        { duration: 30, steps: 2 },
        { signal: stopped.signal, log: () => undefined },
      ),
    ).rejects.toThrow();
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  test("that dies fails its calls with what happened, and the next one says that nobody is there", async () => {
    const server = await everything();
    await registry.connect("far");
    const long = call("trigger-long-running-operation", { duration: 30, steps: 30 }, 20_000);
    setTimeout(() => void server.close(), 200);
    await expect(long).rejects.toThrow(/broke off|ended the connection|no answer/);
    await expect(call("echo", { message: "hi" })).rejects.toThrow(/ECONNREFUSED/);
    expect(registry.get("far")).toMatchObject({
      state: "failed",
      problem: expect.stringContaining("ECONNREFUSED"),
    });
    far = null;
  }, 20_000);
});

describe("headers", () => {
  const headers = [
    { name: "Authorization", value: "Bearer canary-4711-secret" },
    { name: "x-team", value: "blue" },
  ];

  test("go with every request; secret values stay off the disk, and have to be given again", async () => {
    const server = await raw((response, { id }) => json(response, textResult(id, "fine")));
    registry.add({ name: "far", url: server.url, headers });
    await call();
    for (const { headers: sent } of server.received)
      expect(sent).toMatchObject({ authorization: "Bearer canary-4711-secret", "x-team": "blue" });
    const file = join(registry.dataDir, "mcp-servers.json");
    expect(readFileSync(file, "utf8")).not.toContain("canary");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.stringify(registry.list())).not.toContain("canary");
    expect(registry.secrets()).toEqual(["Bearer canary-4711-secret"]);

    const again = registry.again();
    expect(again.get("far")).toMatchObject({
      state: "refused",
      problem: expect.stringMatching(/Authorization.*again/),
    });
    await expect(again.call("far", "any", {}, callOptions())).rejects.toThrow(/not kept on disk/);
  });

  test("that a server quotes are not shown", async () => {
    const server = await raw((response) => response.writeHead(500).end("Bad key Bearer canary-4711-secret!"));
    registry.add({ name: "far", url: server.url, headers });
    const error = await call().catch((cause: Error) => cause.message);
    expect(error).toBe("The MCP server far: it answers 500: Bad key ••••!");
  });
});

describe("an address", () => {
  test.each([
    ["nonsense", /no URL/],
    ["file:///etc/passwd", /use http: or https:/],
    ["http://user:pass@example.com/mcp", /user name or password/],
    ["http://metadata.google.internal/mcp", /no tool may reach/],
  ])("%s is refused where it is typed", (url, reason) => {
    registry = testRegistry();
    expect(() => registry.add({ name: "far", url, headers: [] })).toThrow(reason);
  });

  test("of this machine is reached only where the server is bound to loopback", async () => {
    const server = await startRawServer((response, { id }) => json(response, textResult(id, "fine")));
    far = server;
    registry = testRegistry({}, { HOST: "0.0.0.0" });
    registry.add({ name: "far", url: server.url, headers: [] });
    await expect(call()).rejects.toThrow(/this machine itself/);
    expect(server.received).toEqual([]);
  });

  test("that leads elsewhere is not followed", async () => {
    let hits = 0;
    const other = createServer((_request, response) => {
      hits += 1;
      response.end();
    });
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    await raw((response) => response.writeHead(307, { location: `http://127.0.0.1:${port}/mcp` }).end());
    await expect(call()).rejects.toThrow(/redirect/);
    expect(hits).toBe(0);
    other.close();
  });

  test("a name that mcp.json has cannot be taken", () => {
    registry = testRegistry({ far: "well" });
    expect(() => registry.add({ name: "far", url: "https://example.com/mcp", headers: [] })).toThrow(
      /another/,
    );
  });
});

describe("P33: a server that", () => {
  const page = "<!doctype html><title>Sign in</title>";
  test.each([
    [
      "a page",
      (response: Parameters<typeof json>[0]) =>
        response.writeHead(200, { "content-type": "text/html" }).end(page),
      /it answers text\/html, which is no MCP/,
    ],
    [
      "401",
      (response: Parameters<typeof json>[0]) => response.writeHead(401).end("who are you"),
      /401: it asks for credentials/,
    ],
    [
      "404",
      (response: Parameters<typeof json>[0]) => response.writeHead(404).end("nothing here"),
      /404: look at the path/,
    ],
    [
      "broken JSON",
      (response: Parameters<typeof json>[0]) =>
        response.writeHead(200, { "content-type": "application/json" }).end("{"),
      /announces JSON and sends something else/,
    ],
    [
      "other JSON",
      (response: Parameters<typeof json>[0]) => json(response, { hello: "world" }),
      /no MCP message/,
    ],
    [
      "an empty stream",
      (response: Parameters<typeof json>[0]) => {
        stream(response, "");
        response.end();
      },
      /ended the connection without an answer/,
    ],
    [
      "a stream that breaks",
      (response: Parameters<typeof json>[0]) => {
        stream(response, ": hello\n\n");
        setTimeout(() => response.destroy(), 50);
      },
      /ended the connection without an answer/,
    ],
    [
      "nobody's answer",
      (response: Parameters<typeof json>[0]) => json(response, textResult(999, "for you?")),
      /ended the connection without an answer/,
    ],
  ])("answers a call with %s is named for it", async (_what, answer, reason) => {
    await raw(answer);
    await expect(call()).rejects.toThrow(reason);
  });

  test("is no MCP server says so when it is connected to", async () => {
    await raw(
      () => undefined,
      (response) => response.writeHead(200, { "content-type": "text/html" }).end(page),
    );
    await registry.connect("far");
    expect(registry.get("far")).toMatchObject({
      state: "failed",
      problem: "The MCP server far: it answers text/html, which is no MCP: look at its address.",
    });
  });

  test("sends without end is cut off, whatever it sends", async () => {
    const block =
      `data: ${JSON.stringify({ jsonrpc: "2.0", method: "notifications/message", params: { level: "info", data: "x" } })}\n\n`.repeat(
        2_000,
      );
    await raw((response) => {
      stream(response, block);
      const more = () => {
        while (!response.destroyed && response.write(block));
        response.once("drain", more);
      };
      more();
    });
    await expect(call("any", {}, 20_000)).rejects.toThrow(/more than 64 MB, or tens/);
  }, 30_000);

  test("sends one answer of 40 MB is refused", async () => {
    await raw((response, { id }) => json(response, textResult(id, "x".repeat(40_000_000))));
    await expect(call("any", {}, 20_000)).rejects.toThrow(/a message of more than 16 MB/);
  }, 30_000);

  test("never answers holds up its own call only, and is let go of by Stop", async () => {
    const server = await raw((response, { id, params }) => {
      if ((params as JsonObject).name === "slow") stream(response, "id: 1\ndata:\n\n");
      else json(response, textResult(id, "quick"));
    });
    const slow = call("slow", {}, 600);
    expect(textOf(await call("quick"))).toBe("quick");
    await expect(slow).rejects.toThrow();
    await wait(200);
    expect(server.closedEarly).toEqual(["tools/call"]);
    expect(server.received.map(({ method }) => method)).toContain("notifications/cancelled");
    // A client that merely lost the stream would ask for the rest of it.
    await wait(1_300);
    expect(server.received.filter(({ headers }) => headers["last-event-id"] !== undefined)).toEqual([]);
  });
});
