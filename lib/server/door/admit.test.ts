// Who is let in, and who is not?
import { afterEach, describe, expect, test } from "vitest";
import { admit, type Place } from "./admit";
import { newSession, proofHeader } from "./session";
import { setSessionCookie } from "./session-cookie";

const arrival = { address: "127.0.0.1", port: 3000, peer: "127.0.0.1", fromOurselves: false };
const open = { locked: false, tokens: [], origins: [] };
const token = { scope: "", token: "made-up-token-of-the-server" };
const named = { scope: "ana", token: "made-up-token-of-ana" };
const locked = { locked: true, tokens: [token, named], origins: ["https://toolscope.example"] };
const host = "localhost:3000";
const own = "http://localhost:3000";

type Given = {
  method?: string;
  place?: Place;
  headers?: Record<string, string>;
  peer?: string;
  ourselves?: boolean;
};

/** @returns the status the door answers with, or 200 where it lets the caller in */
function statusOf(given: Given, settings: Parameters<typeof admit>[2] = open): number {
  try {
    admitted(given, settings);
    return 200;
  } catch (error) {
    return (error as { status: number }).status;
  }
}

function admitted(
  { method = "GET", place = "api", headers = {}, peer, ourselves }: Given,
  settings = open as Parameters<typeof admit>[2],
) {
  const call = {
    method,
    headers: new Headers({ host, ...headers }),
    arrival: { ...arrival, ...(peer && { peer }), ...(ourselves && { fromOurselves: true }) },
  };
  return admit(call, place, settings);
}

const places: readonly Place[] = ["page", "entrance", "asset", "api", "open", "mount"];

describe("P03: the Host has to be one of ours, letter by letter", () => {
  test.each(["localhost:3000", "127.0.0.1:3000", "[::1]:3000"])("%s is let in everywhere", (own) => {
    for (const place of places) expect(statusOf({ place, headers: { host: own } })).toBe(200);
  });

  test.each([
    "evil.test",
    "evil.test:3000",
    "localhost",
    "localhost:3001",
    "LOCALHOST:3000",
    "localhost.:3000",
    "localhost:03000",
    "localhost:3000@evil.test",
    "evil.test@localhost:3000",
    "localhost.evil.test:3000",
    "127.0.0.1.evil.test:3000",
    "127.1:3000",
    "0.0.0.0:3000",
    "[::]:3000",
    "",
  ])("%j is refused everywhere", (foreign) => {
    for (const place of places) expect(statusOf({ place, headers: { host: foreign } })).toBe(421);
  });

  test("X-Forwarded-Host and Forwarded count for nothing", () => {
    const claims = { "x-forwarded-host": host, forwarded: `host="${host}"`, "x-forwarded-proto": "https" };
    expect(statusOf({ headers: { ...claims, host: "evil.test" } })).toBe(421);
    expect(statusOf({ headers: { "x-forwarded-host": "evil.test" } })).toBe(200);
    const origin = "http://evil.test";
    expect(statusOf({ headers: { "x-forwarded-host": "evil.test", origin } })).toBe(403);
  });

  test("a listed address is one of ours, with its own origin only", () => {
    const listed = { host: "toolscope.example", authorization: `Bearer ${token.token}` };
    expect(admitted({ headers: listed }, locked).origin).toBe("https://toolscope.example");
    expect(statusOf({ headers: { ...listed, host: "toolscope.example:443" } }, locked)).toBe(421);
    const origin = "http://toolscope.example";
    expect(statusOf({ headers: { ...listed, origin } }, locked)).toBe(403);
  });
});

describe("P06: an Origin that is not exactly ours is refused", () => {
  const oddities = [
    "null",
    "",
    "not an origin",
    "http://localhost.evil.test",
    "http://localhost.evil.test:3000",
    "http://127.attacker.example",
    "http://127.attacker.example:3000",
    "http://localhost:3001",
    "http://localhost",
    "https://localhost:3000",
    "HTTP://LOCALHOST:3000",
    "http://127.0.0.1:3000",
    "http://localhost:3000/",
    "http://user@localhost:3000",
    "http://localhost:3000, http://evil.test",
    "file://",
    "chrome-extension://made-up",
  ];
  const json = { "content-type": "application/json" };

  test.each(oddities)("%j, on each kind of write and each kind of place", (origin) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"])
      for (const place of ["api", "open", "mount"] as const)
        expect(statusOf({ method, place, headers: { ...json, origin } })).toBe(403);
    expect(statusOf({ headers: { origin } })).toBe(403);
  });

  test("ours is let in", () => {
    expect(
      statusOf({ method: "POST", headers: { ...json, origin: own, "sec-fetch-site": "same-origin" } }),
    ).toBe(200);
  });

  test("a browser that hides it is refused, a program without one is let in", () => {
    const post = (headers: Record<string, string>) =>
      statusOf({ method: "POST", headers: { ...json, ...headers } });
    expect(post({})).toBe(200);
    expect(post({ "sec-fetch-site": "same-origin" })).toBe(403);
    expect(post({ "sec-fetch-dest": "empty" })).toBe(403);
    expect(post({ "sec-fetch-mode": "cors" })).toBe(200);
    expect(post({ "sec-ch-ua": '"Chromium"' })).toBe(403);
    expect(post({ cookie: "a=b" })).toBe(403);
  });
});

describe("P05: what a page of another site can send", () => {
  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/json-seq",
    "text/plain; application/json",
    "",
  ])("a body sent as %j is no JSON", (type) =>
    expect(statusOf({ method: "POST", headers: { "content-type": type } })).toBe(415),
  );

  test("a write without a body needs no type, one with a body does", () => {
    for (const method of ["POST", "DELETE"]) {
      expect(statusOf({ method })).toBe(200);
      expect(statusOf({ method, headers: { "content-length": "0" } })).toBe(200);
      expect(statusOf({ method, headers: { "content-length": "2" } })).toBe(415);
      expect(statusOf({ method, headers: { "transfer-encoding": "chunked" } })).toBe(415);
      expect(statusOf({ method, headers: { origin: "http://evil.test" } })).toBe(403);
    }
  });

  test("another site and another port of this one are refused, but a link may be followed", () => {
    for (const site of ["cross-site", "same-site", "nonsense"]) {
      for (const place of places) expect(statusOf({ place, headers: { "sec-fetch-site": site } })).toBe(403);
      const link = { "sec-fetch-site": site, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };
      expect(statusOf({ place: "page", headers: link })).toBe(200);
      expect(statusOf({ place: "api", headers: link })).toBe(403);
      expect(statusOf({ place: "page", headers: { ...link, "sec-fetch-dest": "iframe" } })).toBe(403);
    }
  });

  test("pages are only read", () => {
    for (const method of ["POST", "PUT", "DELETE", "PATCH"])
      expect(statusOf({ method, place: "page" })).toBe(405);
  });
});

describe("without an access token", () => {
  test("only this machine is served, however the server came to listen", () => {
    for (const peer of ["192.168.1.7", "10.0.0.1", "fe80::1", "2001:db8::1", "127.attacker.example", ""])
      expect(statusOf({ headers: { host }, ...(peer === "" ? {} : { peer }) })).toBe(peer === "" ? 200 : 403);
    for (const peer of ["127.0.0.1", "127.8.9.1", "::1"]) expect(statusOf({ peer })).toBe(200);
  });
});

describe("P07: with an access token", () => {
  const cookieOf = (value: string) => setSessionCookie(own, value).split(";")[0] ?? "";

  test("nothing but the sign-in page, its assets and the health check is open", () => {
    const statuses = places.map((place) => [place, statusOf({ place }, locked)]);
    expect(Object.fromEntries(statuses)).toEqual({
      page: 401,
      entrance: 200,
      asset: 200,
      api: 401,
      open: 200,
      mount: 401,
    });
  });

  test.each([
    "",
    "Bearer",
    "Bearer ",
    "Basic made-up",
    `Bearer ${token.token.slice(0, -1)}`,
    `Bearer ${token.token}x`,
    `Bearer ${"x".repeat(60_000)}`,
    `Bearer ${named.token.toUpperCase()}`,
  ])("the credential %.40j is refused with the same words as none", (authorization) => {
    const said = (headers: Record<string, string>) => {
      try {
        return admitted({ headers, peer: `10.0.0.${authorization.length % 250}` }, locked);
      } catch (error) {
        return error;
      }
    };
    expect(said({ authorization })).toEqual(said({}));
    expect(said({ authorization })).toMatchObject({ status: 401, code: "unauthorized" });
  });

  test("each token lets its own scope in", () => {
    expect(admitted({ headers: { authorization: `Bearer ${token.token}` } }, locked).scope).toBe("");
    expect(admitted({ headers: { authorization: `bearer ${named.token}` } }, locked).scope).toBe("ana");
  });

  test("a session needs both halves for data; its cookie alone gets the empty pages", () => {
    const session = newSession(named, Date.now());
    const other = newSession(named, Date.now());
    const cookie = cookieOf(session.cookie);
    const proof = { [proofHeader]: session.proof };
    expect(admitted({ headers: { cookie, ...proof } }, locked).scope).toBe("ana");
    expect(statusOf({ headers: { cookie } }, locked)).toBe(401);
    expect(statusOf({ headers: proof }, locked)).toBe(401);
    expect(statusOf({ headers: { cookie, [proofHeader]: other.proof } }, locked)).toBe(401);
    expect(statusOf({ headers: { cookie }, place: "mount" }, locked)).toBe(401);
    expect(statusOf({ headers: { cookie }, place: "page" }, locked)).toBe(200);
    const elsewhere = cookie.replace("-3000=", "-4000=");
    expect(statusOf({ headers: { cookie: elsewhere, ...proof } }, locked)).toBe(401);
  });

  test("a session ends with its time and with its token, and cannot be made up", () => {
    const long = newSession(token, Date.now() - 8 * 24 * 3_600_000);
    const foreign = newSession({ scope: "", token: "another-made-up-token" }, Date.now());
    const renamed = newSession(named, Date.now());
    const asOperator = { ...renamed, cookie: renamed.cookie.replace(".ana.", "..") };
    for (const { cookie, proof } of [
      long,
      foreign,
      asOperator,
      { cookie: "", proof: "" },
      { cookie: "1.2.3.4", proof: "x" },
    ])
      expect(statusOf({ headers: { cookie: cookieOf(cookie), [proofHeader]: proof } }, locked)).toBe(401);
  });

  test("the simulator and the gateway take it where a client has its key, and know this server's own requests", () => {
    const key = { "x-api-key": named.token };
    expect(statusOf({ place: "mount", headers: key }, locked)).toBe(200);
    expect(statusOf({ place: "api", headers: key }, locked)).toBe(401);
    expect(statusOf({ place: "mount", ourselves: true }, locked)).toBe(200);
    expect(statusOf({ place: "api", ourselves: true }, locked)).toBe(401);
  });

  test("P09: many wrong tokens are slowed down, right ones and other addresses are not", () => {
    const wrong = (peer: string) =>
      statusOf({ headers: { authorization: "Bearer wrong-token" }, peer }, locked);
    const statuses = Array.from({ length: 40 }, () => wrong("10.9.9.9"));
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(401));
    expect(statuses.slice(20)).toEqual(Array(20).fill(429));
    expect(statusOf({ headers: { authorization: `Bearer ${token.token}` }, peer: "10.9.9.9" }, locked)).toBe(
      200,
    );
    expect(wrong("10.9.9.8")).toBe(401);
    expect(statusOf({ peer: "10.9.9.9" }, locked)).toBe(401);
  });
});

afterEach(() => {
  expect(statusOf({})).toBe(200);
});
