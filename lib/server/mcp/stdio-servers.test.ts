// MCP over stdio: only what a person agreed to is run, exactly as it stands, and nothing of it stays behind.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import {
  callOptions,
  everythingServer,
  oddServer,
  type TestRegistry,
  testRegistry,
  textOf,
  until,
} from "./testing/registry";

let registry: TestRegistry;
afterEach(() => registry.dispose());

function open(...given: Parameters<typeof testRegistry>) {
  registry = testRegistry(...given);
  return registry;
}

/** A registry with one odd server that was agreed to. */
function odd(how: string) {
  const one = open({ odd: how });
  one.agree("odd");
  return one;
}

const call = (name: string, input = {}, ms?: number) => registry.call("odd", name, input, callOptions(ms));

/** True while a process with this id runs. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe("P31: consent", () => {
  const withMarker = (marker: string, args: readonly string[] = []) => ({
    command: process.execPath,
    args: [oddServer, "well", ...args],
    env: { MARKER: marker },
  });

  test("nothing is run before somebody agreed to exactly this command", async () => {
    open();
    const marker = join(registry.dataDir, "was-run");
    const shown = () => registry.get("odd").command;
    registry.writeFile({ mcpServers: { odd: withMarker(marker) } });
    expect(registry.get("odd").state).toBe("needs-consent");
    expect(registry.problemOf("odd")).toEqual(expect.stringMatching(/nobody has agreed/));
    await expect(call("echo")).rejects.toThrow(/nobody has agreed/);
    await expect(registry.tools("odd")).rejects.toThrow(/nobody has agreed/);
    await registry.connect("odd");
    expect(existsSync(marker)).toBe(false);

    const before = shown()?.hash ?? "";
    registry.consent("odd", before);
    await call("echo");
    expect(readFileSync(marker, "utf8").trim().split("\n")).toHaveLength(1);

    // Edited: the running one ends, and the old consent is worth nothing, by whatever way it comes.
    registry.writeFile({ mcpServers: { odd: withMarker(marker, ["--more"]) } });
    expect(registry.get("odd").state).toBe("needs-consent");
    await expect(call("echo")).rejects.toThrow(/nobody has agreed/);
    expect(() => registry.consent("odd", before)).toThrow(/has changed since it was shown/);
    // Another environment, another name: another command.
    registry.writeFile({
      mcpServers: { odd: { ...withMarker(marker), env: { MARKER: marker, NODE_OPTIONS: "-r x" } } },
    });
    expect(registry.get("odd").state).toBe("needs-consent");
    registry.writeFile({ mcpServers: { even: withMarker(marker) } });
    expect(registry.get("even").state).toBe("needs-consent");
    // As it was: the consent holds again.
    registry.writeFile({ mcpServers: { odd: withMarker(marker) } });
    expect(registry.get("odd").state).toBe("idle");
    expect(readFileSync(marker, "utf8").trim().split("\n")).toHaveLength(1);
  });

  test("outlives the process, can be withdrawn, and a forged file without the key helps nobody", async () => {
    odd("well");
    expect(registry.again().get("odd").state).toBe("idle");
    await registry.withdrawConsent("odd");
    expect(registry.again().get("odd").state).toBe("needs-consent");
    writeFileSync(
      join(registry.dataDir, "mcp-consents.json"),
      '{"abc": {"server": "odd", "at": "2026-01-01"}}',
    );
    expect(registry.get("odd").state).toBe("needs-consent");
    writeFileSync(join(registry.dataDir, "mcp-consents.json"), "{ damaged");
    expect(registry.get("odd").state).toBe("needs-consent");
  });

  test("P30: is refused, and so is every run, where others can reach the server; unless the operator says so", async () => {
    open({ odd: "well" }, { HOST: "0.0.0.0" });
    expect(registry.list().stdio).toMatchObject({ allowed: false });
    expect(registry.get("odd")).toMatchObject({
      state: "refused",
      problem: expect.stringContaining("loopback"),
    });
    expect(() => registry.agree("odd")).toThrow(/bound to loopback/);
    await expect(registry.connect("odd")).rejects.toThrow(/bound to loopback/);
    await expect(call("echo")).rejects.toThrow(/bound to loopback/);
    await registry.dispose();

    open({ odd: "well" }, { HOST: "0.0.0.0", TOOLSCOPE_ALLOW_MCP_STDIO: "1" });
    registry.agree("odd");
    expect(textOf(await call("echo", { text: "hi" }))).toBe("You said hi.");
  });
});

describe("P32: a program that is run", () => {
  const args = ["a;b", "$(touch /tmp/x)", 'it\'s "quoted"', "two\nlines", "--flag=*", ""];

  test("gets its arguments literally, the folder it asks for, and no environment but a safe one and its own", async () => {
    open();
    process.env.ANTHROPIC_API_KEY = "sk-ant-canary-1234";
    registry.writeFile({
      servers: {
        odd: {
          type: "stdio",
          command: process.execPath,
          args: [oddServer, "well", ...args],
          env: { OWN: "yes", COUNT: 3 },
          cwd: registry.dataDir,
        },
      },
    });
    registry.agree("odd");
    expect(JSON.parse(textOf(await call("arguments")))).toEqual(args);
    expect(textOf(await call("folder"))).toBe(registry.dataDir);
    const environment = JSON.parse(textOf(await call("environment")));
    expect(environment).toMatchObject({ OWN: "yes", COUNT: "3", PATH: process.env.PATH });
    const safe = ["HOME", "LOGNAME", "PATH", "SHELL", "TERM", "USER", "OWN", "COUNT"];
    expect(Object.keys(environment).filter((name) => !safe.includes(name))).toEqual([]);
    delete process.env.ANTHROPIC_API_KEY;
  });

  test("ends with everything it started when the connection does", async () => {
    open();
    const file = join(registry.dataDir, "child");
    registry.writeFile({
      mcpServers: { odd: { command: process.execPath, args: [oddServer, "has-a-child", file] } },
    });
    registry.agree("odd");
    await registry.connect("odd");
    const child = Number(readFileSync(file, "utf8"));
    expect(isAlive(child)).toBe(true);
    await registry.disconnect("odd");
    await until(() => !isAlive(child));
  });

  test("ends even where it does not want to", async () => {
    open();
    const marker = join(registry.dataDir, "pid");
    registry.writeFile({
      mcpServers: { odd: { command: process.execPath, args: [oddServer, "stays"], env: { MARKER: marker } } },
    });
    registry.agree("odd");
    await registry.connect("odd");
    const pid = Number(readFileSync(marker, "utf8"));
    await registry.disconnect("odd");
    expect(isAlive(pid)).toBe(false);
  }, 10_000);
});

test("the real server-everything lists and runs its tools", async () => {
  open({ everything: { command: process.execPath, args: [everythingServer, "stdio"] } });
  registry.agree("everything");
  const { tools } = await registry.tools("everything");
  expect(tools.map((tool) => tool.name)).toEqual(
    expect.arrayContaining(["echo", "get-sum", "get-tiny-image"]),
  );
  expect(JSON.stringify(tools[0]?.inputSchema)).toContain("json-schema.org/draft-07");
  const answer = await registry.call("everything", "get-sum", { a: 2, b: 40 }, callOptions());
  expect(textOf(answer)).toContain("42");
  expect(registry.get("everything")).toMatchObject({ state: "connected", tools: tools.length });
});
