import type { IncomingMessage, ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { ask, policyFor, serve, team } from "./testing/guarded";

const text = (body: Uint8Array) => new TextDecoder().decode(body);

describe("P13: a redirect", () => {
  const to =
    (location: string, status = 302) =>
    (_: IncomingMessage, response: ServerResponse) => {
      response.writeHead(status, { location });
      response.end();
    };

  it.each([301, 302, 303, 307, 308])("by %i does not lead to this machine", async (status) => {
    const trap = await serve();
    const first = await serve(to(`${trap.origin}/inside`, status));
    await expect(ask(first.origin, policyFor(`${first.origin} ${trap.origin}`))).rejects.toThrow(
      "is this machine itself",
    );
    expect(trap.hits).toHaveLength(0);
  });

  it("that goes on and on ends after five", async () => {
    let port = 0;
    const loop = await serve((request, response) =>
      to(`http://a.test:${port}${request.url}x`)(request, response),
    );
    port = loop.port;
    const policy = { ...team, allowed: new Set([`a.test:${port}`]) };
    await expect(ask(`http://a.test:${port}/`, policy, {}, { "a.test": ["127.0.0.1"] })).rejects.toThrow(
      "redirects more than 5 times",
    );
    expect(loop.hits).toHaveLength(6);
  });

  it("to another origin takes neither headers nor body along", async () => {
    const far = await serve();
    const near = await serve(to(`http://far.test:${far.port}/`, 307));
    const policy = { ...team, allowed: new Set([`near.test:${near.port}`, `far.test:${far.port}`]) };
    const names = { "near.test": ["127.0.0.1"], "far.test": ["127.0.0.1"] };
    const url = `http://near.test:${near.port}/`;
    await ask(url, policy, { headers: [["X-Secret", "made-up"]] }, names);
    expect(far.hits[0]?.headers).not.toHaveProperty("x-secret");
    await expect(ask(url, policy, { method: "POST", body: "made-up" }, names)).rejects.toThrow(
      "with its body to far.test",
    );
    expect(far.hits).toHaveLength(1);
  });

  it("of a POST by 303 becomes a GET on the same origin", async () => {
    const target = await serve((request, response) => {
      if (request.url === "/done") response.end(request.method);
      else to("/done", 303)(request, response);
    });
    const policy = { ...team, allowed: new Set([`127.0.0.1:${target.port}`]) };
    const answer = await ask(`${target.origin}/form`, policy, { method: "POST", body: "a=1" });
    expect(text(answer.body)).toBe("GET");
    expect(answer.url).toBe(`${target.origin}/done`);
  });
});

describe("P15: a header", () => {
  it.each([
    ["X-A", "a\r\nX-B: b"],
    ["X-A", "a\nb"],
    ["X-A", "a\0b"],
    ["", "a"],
    ["X A", "a"],
    ["X-😀", "a"],
    ["X-A", "😀"],
    ["Host", "a"],
    ["Content-Length", "3"],
    ["Transfer-Encoding", "chunked"],
    ["Connection", "close"],
    ["Expect", "100-continue"],
    ["X-A", "x".repeat(21_000)],
  ])("%j: %j is refused before any request", async (name, value) => {
    const target = await serve();
    const headers: [string, string][] = [[name, value]];
    await expect(ask(target.origin, policyFor(target.origin), { headers })).rejects.toThrow(
      `The header ${JSON.stringify(name)} cannot be sent`,
    );
    expect(target.hits).toHaveLength(0);
  });

  it("arrives as it was written", async () => {
    const target = await serve();
    await ask(target.origin, policyFor(target.origin), {
      headers: [
        ["X-Team", "blå"],
        ["X_Under", "1"],
      ],
    });
    expect(target.hits[0]?.headers["x-team"]).toBe(Buffer.from("blå", "latin1").toString("latin1"));
    expect(target.hits[0]?.headers.x_under).toBe("1");
  });
});

describe("P16: a URL", () => {
  it.each([
    ["ftp://example.test/", "ftp: URLs are not fetched"],
    ["file:///etc/passwd", "file: URLs are not fetched"],
    ["javascript:alert(1)", "javascript: URLs are not fetched"],
    ["data:text/plain,x", "data: URLs are not fetched"],
    ["", "is no URL"],
    ["example.test/path", "is no URL"],
    ["http://[::1/", "is no URL"],
  ])("%j is refused with the reason", async (url, reason) => {
    await expect(ask(url, team)).rejects.toThrow(reason);
  });

  it.each(["http://user:pa55word@example.test/", "http://user:pa55word@[::1/"])(
    "with a password in it is refused without showing it",
    async (url) => {
      const refusal = await ask(url, team).catch((cause: Error) => cause.message);
      expect(refusal).toMatch(/carries a user name|is no URL/);
      expect(refusal).not.toContain("pa55word");
    },
  );
});

describe("an answer", () => {
  it("of more than 5 MB is refused", async () => {
    const target = await serve((_, response) => response.end(Buffer.alloc(5_000_001)));
    await expect(ask(target.origin, policyFor(target.origin))).rejects.toThrow("is larger than 5 MB");
  });

  it("of a port that nobody listens on is an error, and no crash", async () => {
    const target = await serve();
    await new Promise<void>((resolve) => target.close(resolve));
    await expect(ask(target.origin, policyFor(target.origin))).rejects.toThrow(/ECONNREFUSED/);
  });

  it("that never comes says so in words", async () => {
    const target = await serve((request) => request.socket.destroy());
    await expect(ask(target.origin, policyFor(target.origin))).rejects.toThrow(/^no answer: /);
  });
});
