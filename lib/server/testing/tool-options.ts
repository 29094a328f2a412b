// With which setting are tools made in a test?
import { readEnvironment } from "../environment";
import { createMcpRegistry } from "../mcp/mcp-registry";

/** Bound to loopback, five seconds for a call, no MCP servers. */
export const toolOptions = {
  toolTimeoutMs: 5_000,
  humanTimeoutMs: 5_000,
  runId: "run_test",
  mcp: createMcpRegistry("/nowhere", Buffer.from("test key"), () => readEnvironment({})),
  network: { local: true, allowed: new Set<string>() },
};
