// Does a run with names like __proto__ in it change anything but what it sends? Case P25 of the public test plan.
import { describe, expect, test } from "vitest";
import type { EngineChoice } from "@/lib/protocol/engine-choice";
import { type RunRequestInput, runRequestSchema } from "@/lib/protocol/run-request";
import { startProviderStub, toolUse } from "../testing/provider-stub";
import { recordRun } from "../testing/recorded-run";
import { calls, says } from "../testing/stub-replies";

const hostile =
  '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"a.__proto__.polluted":1}';
const polluted = () => "polluted" in Object.prototype || "polluted" in {};

const engines: [string, EngineChoice][] = [
  ["manual loop", { kind: "manual" }],
  ["tool runner", { kind: "tool-runner", thread: false }],
];

describe.each(engines)("P25 pollution, server, %s", (_name, engine) => {
  test("what is typed is sent as typed, and Object.prototype stays as it is", async () => {
    const stub = await startProviderStub([
      calls(toolUse("toolu_a", "echo", JSON.parse(hostile))),
      says("Done."),
    ]);
    const input: Omit<RunRequestInput, "provider"> = JSON.parse(`{
      "prompt": "Go", "params": ${hostile},
      "tools": [{"name": "echo", "description": "Echoes.", "inputSchema": {"type": "object", "properties": ${hostile.replaceAll(":1", ":{}")}},
        "handler": {"kind": "fixed", "content": "{{input.__proto__.polluted}}-{{input.constructor.prototype.polluted}}-{{input.toString}}"}}]
    }`);
    const { end, of } = await recordRun(stub.baseURL, { ...input, engine });
    await stub.close();
    expect(end.outcome).toBe("completed");
    expect(polluted()).toBe(false);
    const sent = JSON.stringify(stub.received[0]?.body);
    expect(sent).toContain('"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}');
    expect(sent).toContain('"a.__proto__.polluted":1');
    expect(sent).toContain(`"properties":${hostile.replaceAll(":1", ":{}")}`);
    expect(JSON.stringify(stub.received[1]?.body)).toContain(`"input":${hostile}`);
    expect(of("tool-call-end")[0]?.result.content).toBe("1-1-");
    expect(JSON.stringify(of("tool-call-start")[0]?.input)).toBe(hostile);
  });
});

test("P25 pollution, settings: names that are no fields are refused, wherever they stand", () => {
  for (const place of ["", "limits", "headers", "engine"]) {
    const text =
      place === "" ? `{"prompt":"Go",${hostile.slice(1)}` : `{"prompt":"Go","${place}":${hostile}}`;
    const parsed = runRequestSchema.safeParse(JSON.parse(text));
    expect(parsed.success, place).toBe(false);
  }
  expect(polluted()).toBe(false);
});
