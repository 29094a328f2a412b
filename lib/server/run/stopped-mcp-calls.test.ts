// Does Stop reach an MCP server that a run is busy with, within a second? Case P40 of the public test plan.
import { expect, type TestContext, test, vi } from "vitest";
import { startRawServer } from "../mcp/testing/raw-mcp-server";
import { testRegistry } from "../mcp/testing/registry";
import { startFullListener } from "../testing/full-listener";
import { toolUse } from "../testing/provider-stub";
import { closedAfter, gaveUpAfter, note, stopped } from "../testing/stopped-run";
import { calls } from "../testing/stub-replies";

const now = () => performance.now();

test("P40 cancel during an MCP call: the call ends with the run", async (context) => {
  const mcp = testRegistry({ odd: "well" });
  context.onTestFinished(() => mcp.dispose());
  mcp.agree("odd");
  const silence = {
    name: "silence",
    description: "Says nothing.",
    inputSchema: { type: "object" },
    handler: { kind: "mcp" as const, server: "odd" },
  };
  const { of } = await stopped(
    1_000,
    [calls(toolUse("toolu_a", "silence", {}))],
    { tools: [silence] },
    { mcp },
  );
  expect(of("tool-call-end").map((event) => event.result.isError)).toEqual([true]);
});

/** A run's tool that is one of the MCP server `far`, at this address. */
function farTool(context: TestContext, url: string) {
  const mcp = testRegistry();
  context.onTestFinished(() => mcp.dispose());
  mcp.add({ name: "far", url, headers: [] });
  const order = {
    name: "order",
    description: "Orders.",
    inputSchema: { type: "object" },
    handler: { kind: "mcp" as const, server: "far" },
  };
  return { mcp, fields: { tools: [order] }, called: calls(toolUse("toolu_a", "order", {})) };
}

test("P40 cancel during an MCP call over HTTP: its socket closes, the others stay", async (context) => {
  let closed: Promise<number> = Promise.resolve(0);
  const far = await startRawServer((response) => {
    closed = new Promise((resolve) => response.on("close", () => resolve(now())));
  });
  context.onTestFinished(far.close);
  const { mcp, fields, called } = farTool(context, far.url);
  const { of, stoppedAt } = await stopped(600, [called], fields, { mcp });
  note(context, await closedAfter(closed, stoppedAt));
  expect(of("tool-call-end").map((event) => event.result.isError)).toEqual([true]);
  await vi.waitFor(() =>
    expect(far.received.map(({ method }) => method)).toContain("notifications/cancelled"),
  );
  expect(mcp.get("far").state).toBe("connected");
});

test("P40 cancel during connect to an MCP server: the socket that connects is closed", async (context) => {
  const listener = await startFullListener();
  context.onTestFinished(listener.close);
  const { mcp, fields, called } = farTool(context, `http://127.0.0.1:${listener.port}/mcp`);
  const { of, stoppedAt } = await stopped(600, [called], fields, { mcp });
  note(context, await gaveUpAfter(listener, stoppedAt));
  expect(of("tool-call-end").map((event) => event.result.isError)).toEqual([true]);
  expect(mcp.get("far").state).not.toBe("connecting");
});

test("P40 cancel during connect to an MCP server that somebody else waits for: it goes on", async (context) => {
  const listener = await startFullListener();
  context.onTestFinished(listener.close);
  const { mcp, fields, called } = farTool(context, `http://127.0.0.1:${listener.port}/mcp`);
  void mcp.tools("far").catch(() => undefined);
  await stopped(600, [called], fields, { mcp });
  expect(listener.connecting()).toBe(1);
});
