// Are tokens counted by the provider that would get the tools, and is its refusal told in its own words?
import { afterAll, beforeAll, expect, it } from "vitest";
import { toolCountSchema } from "@/lib/protocol/tool-trial";
import { createSimulator } from "@/lib/simulator/simulator";
import { serveSimulator } from "@/lib/simulator/testing/simulator-server";
import { readEnvironment } from "../environment";
import { countTools } from "./count-tokens";

let server: Awaited<ReturnType<typeof serveSimulator>>;
beforeAll(async () => {
  server = await serveSimulator(createSimulator());
});
afterAll(() => server.close());

const tool = (description: string) => ({
  name: "look_up",
  description,
  inputSchema: { type: "object" },
  handler: { kind: "fixed", content: "42" },
});

function count(fields: object, baseURL = server.baseURL) {
  const wish = toolCountSchema.parse({
    model: "claude-opus-5",
    provider: { kind: "custom", baseURL },
    ...fields,
  });
  return countTools(wish, readEnvironment({}), server.baseURL, new AbortController().signal);
}

it("counts what the tools add to a request", async () => {
  const short = await count({ tools: [tool("Looks up.")] });
  const long = await count({ tools: [tool("Looks up. ".repeat(400))] });
  expect(short.toolTokens).toBeGreaterThan(0);
  expect(short.inputTokens).toBeGreaterThan(short.toolTokens);
  expect(long.toolTokens).toBeGreaterThan(short.toolTokens + 400);
});

it("counts by the simulator where it is the provider", async () => {
  const counted = await count({ tools: ["get_time"], provider: { kind: "simulator" } });
  expect(counted.toolTokens).toBeGreaterThan(0);
});

it("tells a refusal in the provider's own words", async () => {
  const bad = { ...tool("Looks up."), inputSchema: { type: "object", oneOf: [{}] } };
  await expect(count({ tools: [bad] })).rejects.toMatchObject({
    code: "provider_refused",
    message: expect.stringContaining("does not support oneOf"),
  });
});

it("tells that nothing can be reached", async () => {
  await expect(count({ tools: ["wait"] }, "http://127.0.0.1:9")).rejects.toMatchObject({
    code: "provider_unreachable",
  });
});

it("names the field of tools that no run could have", async () => {
  await expect(count({ tools: ["wait", "wait"] })).rejects.toMatchObject({ field: "tools.1" });
});
