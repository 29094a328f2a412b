// Does every header arrive as it was typed, on the wire and at the provider?
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HeaderSet } from "@/lib/protocol/header-set";
import { findingsOf } from "@/lib/run/findings";
import { runOf } from "@/lib/run/reduce-run";
import { createSimulator } from "@/lib/simulator/simulator";
import { serveSimulator } from "@/lib/simulator/testing/simulator-server";
import {
  messageEvents,
  type ProviderStub,
  sse,
  startProviderStub,
  streamAnswer,
} from "../testing/provider-stub";
import { recordRun } from "../testing/recorded-run";

let stub: ProviderStub;
let simulator: Awaited<ReturnType<typeof serveSimulator>>;
beforeAll(async () => {
  stub = await startProviderStub([
    streamAnswer(sse(messageEvents([{ type: "text", text: "Hi" }], "end_turn"))),
  ]);
  simulator = await serveSimulator(createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } }));
});
afterAll(async () => {
  await stub.close();
  await simulator.close();
});

/** Incompressible, so that a report of it has no room. */
const noise = (length: number) =>
  Array.from({ length }, (_, index) => ((index * 7_919 + index * index * 104_729) % 36).toString(36)).join(
    "",
  );

const shown = (headers: HeaderSet | undefined, name: string) =>
  headers?.filter(([each]) => each === name).map(([, value]) => value.shown);

describe.each(["default", "perRequest"] as const)("a %s header", (list) => {
  // The SDK writes the names of a call's own headers in lower case: the matrix shows that, and no name is lost by it.
  const onTheWay = (name: string) => (list === "default" ? name : name.toLowerCase());

  test.each<[what: string, name: string, value: string]>([
    ["an empty value", "x-empty", ""],
    ["an underscore and capitals in its name", "X-Team_Name", "blue"],
    ["every character a name may have", "x!#$%&'*+.^`|~y", "1"],
    ["spaces and tabs inside", "x-inner", "a  b\t c"],
    ["obs-text", "x-latin", "\u0080é\u00ff"],
    ["JSON and quotes", "x-json", '{"a": ["b, c"]}'],
    ["20 kB", "x-long", noise(20_480)],
    ["a name that is one of an object's own", "constructor", "1"],
  ])("with %s arrives as typed", async (_, name, value) => {
    const headers = { [list]: [{ name, value }] };
    const { of, end } = await recordRun(stub.baseURL, { prompt: "Go", headers });
    expect(end.outcome).toBe("completed");
    const wire = of("request-observed").find(({ point }) => point === "wire")?.headers;
    expect(shown(wire, onTheWay(name))).toEqual([value]);
    const raw = stub.received.at(-1)?.rawHeaders ?? [];
    expect(raw.filter((_each, index) => raw[index - 1] === onTheWay(name) && index % 2 === 1)).toEqual([
      value,
    ]);
  });

  test("that is given twice arrives as one line, its values joined", async () => {
    const headers = {
      [list]: [
        { name: "x-twice", value: "1" },
        { name: "X-Twice", value: "2" },
      ],
    };
    await recordRun(stub.baseURL, { prompt: "Go", headers });
    expect(stub.received.at(-1)?.headers["x-twice"]).toBe("1, 2");
  });
});

test("a value too long for the provider's report is known again by its digest", async () => {
  const value = noise(12_500);
  const headers = { default: [{ name: "x-long", value }] };
  const { events, of } = await recordRun(simulator.baseURL, { prompt: "Go", tools: [], headers });
  const provider = of("request-observed").find(({ point }) => point === "provider")?.headers;
  expect(shown(provider, "x-long")).toEqual([value]);
  expect(findingsOf(runOf(events))).toEqual([]);
});

test("headers larger than the far end takes are named as the cause", async () => {
  const headers = { default: [{ name: "x-long", value: noise(20_000) }] };
  const { end } = await recordRun(simulator.baseURL, { prompt: "Go", tools: [], headers });
  expect(end).toMatchObject({
    outcome: "failed",
    error: {
      status: 431,
      message: expect.stringContaining("larger than"),
      fix: expect.stringContaining("Shorten"),
    },
  });
});
