import { describe, expect, it } from "vitest";
import type { RunConfig } from "@/lib/protocol/run-config";
import { findingsOf } from "../findings";
import { createEventBuilder } from "../testing/event-builder";
import { headerSet } from "../testing/example-headers";

const viaProxy: Partial<RunConfig> = {
  provider: { kind: "custom", baseURL: "http://127.0.0.1:8080", credential: "placeholder" },
};

type Lump = readonly [at: number, events: number];

/** A streamed reply whose events come in lumps; its usage says 200 tokens. */
function streamed(
  lumps: readonly Lump[],
  config = viaProxy,
  headers = headerSet(["server", "nginx/1.22.1"]),
) {
  const log = createEventBuilder(config).turn().request().responseStart(200, headers);
  const start = { type: "message_start", message: { type: "message", usage: { output_tokens: 200 } } };
  log.at(lumps[0]?.[0] ?? 0).chunk(start);
  for (const [at, events] of lumps)
    log.at(at).chunk(...Array.from({ length: events }, () => ({ type: "ping" })));
  return findingsOf(log.responseEnd().run()).filter((finding) => finding.code === "stream-buffered");
}

describe("a stream that was held back", () => {
  it("in lumps of many events with a pause between is noticed, with what nginx needs", () => {
    const [finding] = streamed([
      [300, 40],
      [480, 35],
      [660, 30],
    ]);
    expect(finding).toMatchObject({ severity: "warning", turnId: "turn-1", requestId: "request-1" });
    expect(finding?.message).toContain("request 1 was held back on the way: 106 events came in 4 lumps");
    expect(finding?.fix).toContain("nginx answered here: set `proxy_buffering off`");
  });

  it("until it was whole is noticed by its silence", () => {
    const [finding] = streamed([[4_000, 60]], viaProxy, []);
    expect(finding?.message).toContain("all 61 events came at once after 4.00 s of silence");
    expect(finding?.fix).toContain("In nginx that is `proxy_buffering off`");
  });
});

describe("a stream that came as it was written", () => {
  it.each<[string, readonly Lump[]]>([
    ["an event at a time", Array.from({ length: 100 }, (_, index) => [300 + index * 20, 1] as const)],
    ["a few at a time", Array.from({ length: 20 }, (_, index) => [300 + index * 100, 6] as const)],
    ["in one burst without a wait", [[80, 400]]],
    ["short, after a wait", [[5_000, 8]]],
  ])("%s is left alone", (_, lumps) => {
    expect(streamed(lumps)).toEqual([]);
  });

  it("from the embedded simulator is as it is told to be", () => {
    expect(
      streamed([[4_000, 60]], {
        provider: {
          kind: "simulator",
          baseURL: "http://localhost:3000/simulator",
          credential: "placeholder",
        },
      }),
    ).toEqual([]);
  });
});
