import { describe, expect, it } from "vitest";
import { addressKind } from "./address-kind";
import { guardedFetch } from "./guarded-fetch";
import { ask, policyFor, serve, team } from "./testing/guarded";

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
    await expect(ask(url, policyFor("elsewhere"), {}, mixed)).rejects.toThrow(
      `my-service.test:${target.port} (127.0.0.1)`,
    );
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

  it("nor where the operator allows the name, so that no rule is left to stop the second answer", async () => {
    const trap = await serve();
    let looks = 0;
    const resolve = async () => {
      looks += 1;
      return looks === 1 ? ["192.0.2.1"] : ["127.0.0.1"];
    };
    const policy = { ...team, allowed: new Set([`flip.test:${trap.port}`]) };
    const request = { url: `http://flip.test:${trap.port}/`, method: "GET", headers: [], body: null };
    const signal = AbortSignal.timeout(1_000);
    await expect(guardedFetch(request, { policy, signal, resolve })).rejects.toThrow();
    expect(looks).toBe(1);
    expect(trap.hits).toHaveLength(0);
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
