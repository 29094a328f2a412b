// Tools of MCP servers in a run: by the real server-everything, and by one that dies in mid-batch.
import { afterEach, expect, test } from "vitest";
import type { RunRequestInput } from "@/lib/protocol/run-request";
import { startEverything } from "../mcp/testing/everything-http.mjs";
import { everythingServer, type TestRegistry, testRegistry } from "../mcp/testing/registry";
import { startProviderStub, toolUse } from "../testing/provider-stub";
import { recordRun } from "../testing/recorded-run";
import { calls, says, wait } from "../testing/stub-replies";

let registry: TestRegistry;
let closings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await registry.dispose();
  for (const close of closings) await close();
  closings = [];
});

type Tools = NonNullable<RunRequestInput["tools"]>;

async function run(
  tools: Tools,
  blocks: readonly ReturnType<typeof toolUse>[],
  input: Partial<RunRequestInput> = {},
) {
  const stub = await startProviderStub([calls(...blocks), says("Done.")]);
  closings.push(stub.close);
  const recorded = await recordRun(stub.baseURL, { prompt: "Go", ...input, tools }, { mcp: registry });
  const results = new Map(recorded.of("tool-call-end").map(({ toolCallId, result }) => [toolCallId, result]));
  return { ...recorded, results, received: stub.received };
}

/** The definitions of all tools of a server, as they are added in the panel. */
async function definitionsOf(server: string) {
  const { tools } = await registry.tools(server);
  return tools.map((tool) => tool.definition).filter((definition) => definition !== null);
}

test.each(["http", "stdio"])("the tools of server-everything run over %s", async (transport) => {
  registry = testRegistry(
    transport === "stdio"
      ? { everything: { command: process.execPath, args: [everythingServer, "stdio"] } }
      : {},
  );
  if (transport === "stdio") registry.agree("everything");
  else {
    const server = await startEverything();
    closings.push(server.close);
    registry.add({ name: "everything", url: server.url, headers: [] });
  }
  const tools = await definitionsOf("everything");
  const { results, end, of, received } = await run(tools, [
    toolUse("sum", "get-sum", { a: 2, b: 40 }),
    toolUse("image", "get-tiny-image", {}),
    toolUse("structure", "get-structured-content", { location: "Chicago" }),
    toolUse("reference", "get-resource-reference", { resourceType: "Text", resourceId: 1 }),
    toolUse("unfit", "get-sum", { a: "two" }),
  ]);
  expect(end.outcome).toBe("completed");
  expect(JSON.stringify(results.get("sum"))).toContain("42");
  const image = results.get("image")?.content;
  expect(image).toContainEqual(
    expect.objectContaining({ type: "image", source: expect.objectContaining({ type: "base64" }) }),
  );
  expect(JSON.stringify(results.get("structure"))).toContain("temperature");
  expect(
    of("tool-call-log")
      .map(({ line }) => line)
      .join(),
  ).toContain("structured content: {");
  expect(JSON.stringify(results.get("reference"))).toContain('"type":"document"');
  // Draft-07, as the server declares it, is what the input is held against.
  expect(results.get("unfit")).toMatchObject({
    isError: true,
    content: expect.stringContaining('"a" must be a number'),
  });
  expect(received[0]?.body.tools).toContainEqual(expect.objectContaining({ name: "get-sum" }));
  expect(JSON.stringify(received[0]?.body)).not.toContain("mcp");
});

test("a server that dies in mid-batch harms its own calls only", async () => {
  registry = testRegistry({ odd: "well", calm: "well" });
  registry.agree("odd");
  registry.agree("calm");
  const tool = (name: string, server: string, theirs: string) => ({
    name,
    inputSchema: { type: "object" },
    handler: { kind: "mcp" as const, server, tool: theirs },
  });
  const { results, end } = await run(
    [
      tool("die", "odd", "die"),
      tool("hang", "odd", "silence"),
      tool("calm", "calm", "echo"),
      tool("fail", "calm", "fails"),
      "wait",
    ],
    [
      toolUse("1", "die", {}),
      toolUse("2", "hang", {}),
      toolUse("3", "calm", { text: "hi" }),
      toolUse("4", "fail", {}),
      wait("5"),
    ],
  );
  const died =
    "Error: The MCP server odd: it ended with exit code 7. Its last words: out of memory, I think.";
  expect(results.get("1")).toEqual({ content: died, isError: true });
  expect(results.get("2")).toEqual({ content: died, isError: true });
  expect(JSON.stringify(results.get("3"))).toContain("You said hi.");
  expect(results.get("4")).toMatchObject({
    isError: true,
    content: [{ type: "text", text: "The printer is on fire." }],
  });
  expect(results.get("5")?.isError).toBe(false);
  expect(end.outcome).toBe("completed");
});

test("a secret of a server's environment stays out of the log", async () => {
  const command = {
    command: process.execPath,
    args: [everythingServer, "stdio"],
    env: { API_TOKEN: "canary-mcp-4711" },
  };
  registry = testRegistry({ everything: command });
  registry.agree("everything");
  const { results, lines } = await run(await definitionsOf("everything"), [toolUse("env", "get-env", {})]);
  expect(results.get("env")?.isError).toBe(false);
  expect(lines.join("\n")).toContain("API_TOKEN");
  expect(lines.join("\n")).not.toContain("canary-mcp-4711");
});

test("a tool of a server that is not there, or not agreed to, is refused before the run begins", async () => {
  registry = testRegistry({ odd: "well" });
  const tool = (server: string) => ({
    name: "x",
    inputSchema: { type: "object" },
    handler: { kind: "mcp" as const, server },
  });
  await expect(run([tool("od")], [])).rejects.toMatchObject({
    field: "tools.0.handler.server",
    message: expect.stringContaining("Did you mean odd?"),
  });
  await expect(run([tool("odd")], [])).rejects.toThrow(/nobody has agreed to its command line/);
});
