// MCP servers that misbehave: each harms its own calls only, with a message that says what happened.
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { callOptions, type TestRegistry, testRegistry, textOf, until } from "./testing/registry";

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

describe("P33: a server that", () => {
  test("ends at once says with which code, and its last words", async () => {
    odd("exit");
    await registry.connect("odd");
    expect(registry.get("odd")).toMatchObject({
      state: "failed",
      problem: "The MCP server odd: it ended with exit code 3. Its last words: cannot find my database.",
    });
  });

  test("is not there says what was looked for", async () => {
    open({ odd: { command: "no-such-program-here" } });
    registry.agree("odd");
    await expect(call("echo")).rejects.toThrow(/there is no program "no-such-program-here"/);
  });

  test("babbles on its output works all the same, and is told on", async () => {
    odd("babbles");
    expect(textOf(await call("echo", { text: "hi" }))).toBe("You said hi.");
    expect(registry.get("odd").notices).toEqual([
      'It printed what is no MCP message: "Server listening on stdio!"',
    ]);
  });

  test("dies in a call fails that call with what happened, and is run again for the next", async () => {
    odd("well");
    const [died, other] = await Promise.allSettled([call("die"), call("silence")]);
    for (const each of [died, other]) {
      expect(each.status).toBe("rejected");
      expect(each.status === "rejected" && each.reason.message).toMatch(
        /exit code 7\. Its last words: out of memory, I think/,
      );
    }
    expect(textOf(await call("echo", { text: "again" }))).toBe("You said again.");
  });

  test("never answers fails within the time it has", async () => {
    odd("well");
    const started = performance.now();
    await expect(call("silence", {}, 300)).rejects.toThrow();
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(textOf(await call("echo", { text: "hi" }))).toBe("You said hi.");
  });

  test.each([
    ["one long line", /a message of more than 16 MB/],
    ["flood", /more than 64 MB, or tens/],
  ])(
    "prints 100 MB (%s) is cut off, others go on, and the memory comes back",
    async (name, reason) => {
      const before = memory();
      open({ odd: "well", calm: "well" });
      registry.agree("odd");
      registry.agree("calm");
      await registry.call("calm", "echo", {}, callOptions());
      let slowest = 0;
      const flood = call(name, {}, 20_000).catch((error: Error) => error);
      while ((await Promise.race([flood, wait(20)])) === undefined) {
        const asked = performance.now();
        await registry.call("calm", "echo", { text: "calm" }, callOptions());
        slowest = Math.max(slowest, performance.now() - asked);
      }
      expect(String(await flood)).toMatch(reason);
      expect(slowest).toBeLessThan(3_000);
      // What is left is what V8 keeps for the next time: the flood itself was 100 MB.
      await until(() => memory() - before < 100, 20_000);
    },
    60_000,
  );

  test("shouts on its error output is not listened to, and works", async () => {
    const before = memory();
    odd("shouts");
    expect(textOf(await call("echo", { text: "hi" }))).toBe("You said hi.");
    await wait(500);
    expect(memory() - before).toBeLessThan(60);
  });

  test("babbles for ever is cut off in the handshake", async () => {
    odd("babbles-forever");
    await wait(1_500);
    await registry.connect("odd");
    await until(() => registry.get("odd").state === "failed", 20_000);
    expect(registry.get("odd").problem).toMatch(/more than 64 MB|it sent a message/);
  }, 30_000);

  test("answers with a value nested too deep fails that call only", async () => {
    odd("well");
    await expect(call("deep")).rejects.toThrow(/nested more than 300 levels/);
    expect(textOf(await call("echo", { text: "hi" }))).toBe("You said hi.");
  });

  test("answers with an error, storms, or reports progress", async () => {
    odd("well");
    await expect(call("error")).rejects.toThrow(
      "it answered with the error -32602: I do not like this text.",
    );
    expect(textOf(await call("storm"))).toBe("calm again");
    const options = callOptions();
    await registry.call("odd", "progress", {}, options);
    expect(options.lines).toEqual(["progress 1 of 2: half", "warning: careful"]);
  });

  test("lists ten thousand tools shows the first two thousand", async () => {
    odd("ten-thousand-tools");
    const started = performance.now();
    const { tools, notices } = await registry.tools("odd");
    expect(tools).toHaveLength(2_000);
    expect(notices).toEqual(["It lists 10,000 tools or more: the first 2,000 are taken."]);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  test("lists in circles, or odd tools, shows what is good of them", async () => {
    open({ circle: "circling-list", odd: "odd-tools" });
    registry.agree("circle");
    registry.agree("odd");
    const circle = await registry.tools("circle");
    expect(circle.tools.map((tool) => tool.name)).toEqual(["page_a", "page_b"]);
    expect(circle.notices.join()).toContain("circles");

    const { tools, notices } = await registry.tools("odd");
    expect(tools.map(({ name, definition }) => [name, definition?.name ?? null])).toEqual([
      ["twice", "twice"],
      ["über.die/Länge", "_ber_die_L_nge"],
      ["huge", null],
      ["old", "old"],
    ]);
    expect(tools[1]?.definition?.handler).toEqual({ kind: "mcp", server: "odd", tool: "über.die/Länge" });
    expect(tools[2]?.problem).toMatch(/1,000,\d+ characters/);
    expect(notices).toHaveLength(2);
  });
});

/** Megabytes of this process. */
function memory(): number {
  return process.memoryUsage.rss() / 1_000_000;
}
