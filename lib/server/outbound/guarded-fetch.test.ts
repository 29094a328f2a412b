import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { addressKind } from "./address-kind";
import { guardedFetch, type OutboundRequest } from "./guarded-fetch";
import { type OutboundPolicy, originsIn } from "./outbound-policy";

type Server = { readonly origin: string; readonly port: number; readonly hits: IncomingMessage[] };
const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A trap that notes every request; a pass often means that it noted none. */
async function serve(answer: RequestListener = (_, response) => response.end("reached"), host = "127.0.0.1") {
  const hits: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    hits.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, port, hits } satisfies Server;
}

const policyFor = (typed: string, local = true): OutboundPolicy => ({
  typed: originsIn(typed),
  local,
  allowed: new Set(),
});
const team: OutboundPolicy = { typed: new Set(), local: false, allowed: new Set() };

function ask(
  url: string,
  policy: OutboundPolicy,
  request: Partial<OutboundRequest> = {},
  names: Record<string, string[]> = {},
) {
  return guardedFetch(
    { url, method: "GET", headers: [], body: null, ...request },
    {
      policy,
      signal: AbortSignal.timeout(5_000),
      resolve: async (host) => names[host] ?? Promise.reject(new Error(`${host} is unknown`)),
    },
  );
}

const text = (body: Uint8Array) => new TextDecoder().decode(body);

describe("P10: the metadata addresses of clouds", () => {
  it.each([
    "http://169.254.169.254/latest/meta-data",
    "http://[fd00:ec2::254]/",
    "http://100.100.100.200/",
    "http://168.63.129.16/",
    "http://[::ffff:169.254.169.254]/",
    "http://[64:ff9b::a9fe:a9fe]/",
    "http://2852039166/",
    "http://metadata.google.internal/",
    "http://metadata/",
  ])("%s is never reached, whoever typed it", async (url) => {
    for (const policy of [
      policyFor(url),
      { ...policyFor(url), allowed: new Set(["169.254.169.254:80"]) },
      team,
    ])
      await expect(ask(url, policy)).rejects.toThrow("which no tool may reach: the request was not sent");
  });

  it("nor by a name that points there", async () => {
    const url = "http://innocent.test/";
    await expect(ask(url, policyFor(url), {}, { "innocent.test": ["169.254.169.254"] })).rejects.toThrow(
      "innocent.test (169.254.169.254) is where clouds hand out",
    );
  });
});

describe("P11: this machine under any of its spellings", () => {
  const spellings = [
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "0",
    "2130706433",
    "017700000001",
    "0x7f000001",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "0x7f.1",
    "127.0.0.1.",
    "１２７.0.0.1",
    "①②⑦.0.0.1",
    "[::1]",
    "[::]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::127.0.0.1]",
    "[2002:7f00:1::]",
    "[fe80::1]",
    "[fc00::1]",
    "[fd12:3456::1]",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.0.1",
    "100.64.0.1",
    "198.18.0.1",
    "192.0.2.1",
    "224.0.0.1",
    "255.255.255.255",
    "240.0.0.1",
    "[ff02::1]",
    "[::ffff:10.0.0.1]",
    "localhost",
    "LOCALHOST.",
  ];

  it.each(spellings)("%s is refused to a server that others use", async (host) => {
    const trap = await serve();
    const names = { localhost: ["127.0.0.1"] };
    await expect(ask(`http://${host}:${trap.port}/`, team, {}, names)).rejects.toThrow(
      "the request was not sent",
    );
    expect(trap.hits).toHaveLength(0);
  });

  it("are forty", () => {
    expect(new Set(spellings).size).toBe(40);
  });
});

describe("P12: a target on this machine", () => {
  it("is reached where a person typed it and the server is bound to loopback", async () => {
    const target = await serve();
    expect(text((await ask(`${target.origin}/a?b=1`, policyFor(target.origin))).body)).toBe("reached");
  });

  it("is refused on another port than the typed one, in a team, and where a model brought it", async () => {
    const [typed, other] = [await serve(), await serve()];
    await expect(ask(other.origin, policyFor(typed.origin))).rejects.toThrow("is this machine itself");
    await expect(ask(typed.origin, policyFor(typed.origin, false))).rejects.toThrow(
      "TOOLSCOPE_ALLOWED_HOSTS=127.0.0.1:",
    );
    await expect(ask(typed.origin, policyFor("no address here"))).rejects.toThrow("is this machine itself");
    expect([...typed.hits, ...other.hits]).toEqual([]);
  });

  it("is reached in a team where the operator allows that very host and port", async () => {
    const [target, other] = [await serve(), await serve()];
    const policy = { ...team, allowed: new Set([`127.0.0.1:${target.port}`]) };
    expect((await ask(target.origin, policy)).status).toBe(200);
    await expect(ask(other.origin, policy)).rejects.toThrow("is this machine itself");
  });

  it("is found by name too, and must pass with each of its addresses", async () => {
    const target = await serve();
    const url = `http://my-service.test:${target.port}/`;
    expect((await ask(url, policyFor(url), {}, { "my-service.test": ["127.0.0.1"] })).status).toBe(200);
    const mixed = { "my-service.test": ["93.184.216.34", "127.0.0.1"] };
    await expect(ask(url, policyFor("elsewhere"), {}, mixed)).rejects.toThrow(`my-service.test:${target.port} (127.0.0.1)`);
  });
});

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

describe("P14: a name that answers differently at the second look", () => {
  it("gains nothing: the connection goes to the address that was checked", async () => {
    const trap = await serve();
    let looks = 0;
    const resolve = async () => {
      looks += 1;
      return looks === 1 ? ["192.0.2.1"] : ["127.0.0.1"];
    };
    const request = { url: `http://flip.test:${trap.port}/`, method: "GET", headers: [], body: null };
    await expect(
      guardedFetch(request, { policy: team, signal: AbortSignal.timeout(2_000), resolve }),
    ).rejects.toThrow();
    expect(looks).toBe(1);
    expect(trap.hits).toHaveLength(0);
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

  it("that never comes says so in words", async () => {
    const target = await serve((request) => request.socket.destroy());
    await expect(ask(target.origin, policyFor(target.origin))).rejects.toThrow(/^no answer: /);
  });
});

it("an address that is none is not let out", () => {
  expect(["", "not-an-address", "1.2.3", "8.8.8.8"].map(addressKind)).toEqual([
    "internal",
    "internal",
    "public",
    "public",
  ]);
});
