import { expect, test } from "vitest";
import { firstIssue } from "./api-error";
import { type RunRequestInput, runRequestSchema } from "./run-request";

test("a prompt alone is enough: everything else has a default", () => {
  const request = runRequestSchema.parse({ prompt: "What is the weather in Paris?" });
  expect(request).toMatchObject({
    engine: { kind: "manual" },
    provider: { kind: "simulator" },
    execution: "parallel",
    stream: true,
    headers: { default: [], perRequest: [] },
  });
  expect(request.limits.maxTurns).toBeGreaterThan(1);
});

const tool = { name: "t", inputSchema: { type: "object" }, handler: { kind: "fixed", content: "x" } };

test.each<[field: string, body: unknown]>([
  ["prompt", {}],
  ["prompt", { prompt: "  " }],
  ["prompt", { prompt: 7 }],
  ["messages", { prompt: "x", messages: [{ role: "user", content: "x" }] }],
  ["messages", { messages: [] }],
  ["messages.0.role", { messages: [{ role: "tool", content: "x" }] }],
  ["colour", { prompt: "x", colour: "red" }],
  ["limits.maxTurns", { prompt: "x", limits: { maxTurns: 0 } }],
  ["limits.turns", { prompt: "x", limits: { turns: 3 } }],
  ["engine.kind", { prompt: "x", engine: { kind: "magic" } }],
  ["engine.sdkVersion", { prompt: "x", engine: { kind: "manual", sdkVersion: "newest" } }],
  ["engine.thread", { prompt: "x", engine: { kind: "manual", thread: false } }],
  [
    "engine.hooks.0.afterTurn",
    { prompt: "x", engine: { kind: "tool-runner", hooks: [{ kind: "compact" }] } },
  ],
  ["mishaps.0", { prompt: "x", mishaps: ["forget-everything"] }],
  ["mishaps", { prompt: "x", engine: { kind: "ai-sdk" }, mishaps: ["forget-container"] }],
  ["execution", { prompt: "x", execution: "random" }],
  ["provider.baseURL", { prompt: "x", provider: { kind: "custom", baseURL: "ftp://x" } }],
  ["provider.baseURL", { prompt: "x", provider: { kind: "custom", baseURL: "http://user:pass@x" } }],
  ["provider.baseURL", { prompt: "x", provider: { kind: "custom" } }],
  ["provider.apiKey", { prompt: "x", provider: { kind: "anthropic", apiKey: "two words" } }],
  ["params.messages", { prompt: "x", params: { messages: [] } }],
  ["tools.1.name", { prompt: "x", tools: ["get_weather", { ...tool, name: "two words" }] }],
  ["tools.0.handler.kind", { prompt: "x", tools: [{ ...tool, handler: { kind: "teleport" } }] }],
  ["headers.default.0.name", { prompt: "x", headers: { default: [{ name: "a b", value: "x" }] } }],
  ["headers.default.0.name", { prompt: "x", headers: { default: [{ name: "Content-Length", value: "1" }] } }],
  [
    "headers.perRequest.0.value",
    { prompt: "x", headers: { perRequest: [{ name: "a", value: "x\r\ny: z" }] } },
  ],
  ["headers.perRequest.0.value", { prompt: "x", headers: { perRequest: [{ name: "a", value: "☃" }] } }],
])("what is wrong is named by its field: %s", (field, body) => {
  const result = runRequestSchema.safeParse(body);
  if (result.success) throw new Error("the body was accepted");
  expect(firstIssue(result.error)).toEqual({ field, message: expect.stringContaining(field) });
});

test("repeated names, empty values and underscores are allowed in headers", () => {
  const entries = [
    { name: "x_a", value: "" },
    { name: "x_a", value: "2" },
  ];
  const input: RunRequestInput = { prompt: "x", headers: { default: entries } };
  expect(runRequestSchema.parse(input).headers.default).toEqual(entries);
});
