import { describe, expect, it } from "vitest";
import type { HeaderSet } from "@/lib/protocol/header-set";
import type { RunConfig } from "@/lib/protocol/run-config";
import { findingsOf } from "../findings";
import { createEventBuilder } from "../testing/event-builder";
import { configuredHeader, headerSet } from "../testing/example-headers";

type Points = { headers: HeaderSet; wire?: HeaderSet; provider?: HeaderSet };

function findingsWith(requests: readonly Points[], config: Partial<RunConfig>) {
  const log = createEventBuilder(config);
  for (const points of requests) log.turn().request(points).reply().endTurn();
  return findingsOf(log.run());
}

const asked = (...entries: ReturnType<typeof configuredHeader>[]) => ({
  headers: { default: entries, perRequest: [], environment: [] },
});
const trace = headerSet(["x-trace", "1"]);

describe("an expected header", () => {
  it("is missed where the furthest observed point lacks it", () => {
    const findings = findingsWith(
      [
        { headers: trace, wire: trace, provider: trace },
        { headers: trace, wire: trace, provider: [] },
        { headers: [] },
      ],
      { expectations: ["X-Trace"] },
    );
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      code: "expected-header-missing",
      severity: "error",
      header: "X-Trace",
      requestId: "request-2",
      turnId: "turn-2",
    });
    expect(findings[0]?.message).toContain("requests 2 and 3");
  });

  it("is no finding where every request has it, in whatever case", () => {
    expect(
      findingsWith([{ headers: trace, wire: headerSet(["X-TRACE", "1"]) }], { expectations: ["x-trace"] }),
    ).toEqual([]);
  });
});

describe("a header the user set", () => {
  it("is dropped where a follow-up request leaves without it", () => {
    const [finding, ...others] = findingsWith(
      [{ headers: trace }, { headers: [] }, { headers: [] }],
      asked(configuredHeader("X-Trace", "1")),
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "header-dropped", severity: "error", requestId: "request-2" });
    expect(finding?.message).toMatch(/X-Trace from the default headers is not on requests 2 and 3/);
  });

  it("is dropped on the way where a later point did not get it", () => {
    const [finding] = findingsWith(
      [{ headers: trace, wire: trace, provider: [] }],
      asked(configuredHeader("X-Trace", "1")),
    );
    expect(finding?.code).toBe("header-dropped");
    expect(finding?.message).toMatch(/did not arrive at provider on request 1/);
  });

  it("names the betas parameter as the cause where it replaced the beta header", () => {
    const [finding] = findingsWith([{ headers: headerSet(["anthropic-beta", "b"]) }], {
      ...asked(configuredHeader("anthropic-beta", "a")),
      params: { betas: ["b"] },
    });
    expect(finding).toMatchObject({ code: "header-replaced", severity: "warning" });
    expect(finding?.message).toMatch(/betas parameter replaces the header/);
  });

  it("is kept where another source added to its list", () => {
    const config = asked(configuredHeader("anthropic-beta", "a"));
    expect(findingsWith([{ headers: headerSet(["anthropic-beta", "a, threads"]) }], config)).toEqual([]);
  });

  it("is judged by the per-request value where both are set", () => {
    const headers = {
      default: [configuredHeader("x-trace", "1")],
      perRequest: [configuredHeader("X-Trace", "2")],
      environment: [],
    };
    expect(findingsWith([{ headers: headerSet(["x-trace", "2"]) }], { headers })).toEqual([]);
    expect(findingsWith([{ headers: trace }], { headers })[0]?.code).toBe("header-replaced");
  });
});
