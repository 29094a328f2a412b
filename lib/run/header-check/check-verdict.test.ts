// Does a verdict say what became of each header, and no more than the run shows?
import { describe, expect, test } from "vitest";
import type { HeaderSet } from "@/lib/protocol/header-set";
import type { RunConfig } from "@/lib/protocol/run-config";
import type { RequestKind } from "../request-kind";
import { createEventBuilder } from "../testing/event-builder";
import { configuredHeader, headerSet } from "../testing/example-headers";
import type { WantedHeader } from "./check-cell";
import { checkVerdict } from "./check-verdict";
import { followUpText, headerFix, headerVerdictText, verdictText } from "./verdict-text";

const team: WantedHeader = { name: "X-Team", source: "default" };
const asking: Partial<RunConfig> = {
  headers: { default: [configuredHeader("X-Team", "blue")], perRequest: [], environment: [] },
};
const blue = headerSet(["x-team", "blue"]);
const loop: readonly RequestKind[] = ["first", "follow-up"];
type Sent = { headers?: HeaderSet; wire?: HeaderSet; gateway?: HeaderSet; provider?: HeaderSet };

function logOf(config: Partial<RunConfig>, sent: readonly Sent[]) {
  const log = createEventBuilder(config);
  for (const points of sent) log.turn().request(points).reply().endTurn();
  return log;
}

function verdictOf(wanted: readonly WantedHeader[], sent: readonly Sent[], config = asking) {
  const verdict = checkVerdict({ wanted, requestKinds: loop }, logOf(config, sent).run());
  if (verdict === null) throw new Error("the run has ended");
  return verdict;
}

describe("a header that stands in code", () => {
  test("has arrived where each point of each request has it", () => {
    const sent = { headers: blue, wire: blue, provider: blue };
    const verdict = verdictOf([team], [sent, sent]);
    expect(verdict).toMatchObject({ fate: "arrived", requests: 2, seenUpTo: "provider", unseen: [] });
    expect(verdictText(verdict)).toBe("arrived on all 2 requests");
  });

  test("is lost on the way at the first point that has it not, with the hop", () => {
    const through = { headers: blue, wire: blue, provider: blue };
    const verdict = verdictOf([team], [through, { ...through, provider: headerSet() }]);
    expect(verdictText(verdict)).toBe("lost on follow-up (request 2) at provider");
    expect(verdict.headers[0]?.breaks).toMatchObject([
      { requestId: "request-2", number: 2, kind: "follow-up", from: "wire", point: "provider" },
    ]);
    const [header] = verdict.headers;
    expect(header && headerVerdictText(header, verdict)).toMatch(
      /Something between this machine and the provider/,
    );
  });

  test("is replaced where another value stands there, which is said", () => {
    const other = headerSet(["x-team", "green"]);
    const verdict = verdictOf([team], [{ headers: other }, { headers: other }]);
    expect(verdictText(verdict)).toBe("replaced on every request at fetch");
    const [header] = verdict.headers;
    expect(header && headerVerdictText(header, verdict)).toContain("It says green instead.");
    expect(header && headerFix(header)).toMatch(/defaultHeaders/);
  });

  test("counts by its worst: one lost is worse than one replaced", () => {
    const config = {
      headers: {
        ...asking.headers,
        default: [configuredHeader("X-Team", "blue"), configuredHeader("X-B", "1")],
      },
    } as Partial<RunConfig>;
    const sent = { headers: headerSet(["x-b", "2"]) };
    const verdict = verdictOf([{ name: "x-b", source: "default" }, team], [sent, sent], config);
    expect(verdict.headers.map(({ fate }) => fate)).toEqual(["replaced", "lost"]);
    expect(verdict.fate).toBe("lost");
  });
});

describe("a header that nobody sets", () => {
  const agent: WantedHeader = { name: "user-agent", source: null };

  test("has arrived with any value", () => {
    const [one, two] = ["a", "b"].map((value) => ({ headers: headerSet(["user-agent", value]) }));
    expect(verdictOf([agent], [one ?? {}, two ?? {}]).fate).toBe("arrived");
  });

  test("is lost where no point has it", () => {
    expect(verdictOf([agent], [{}, {}]).headers[0]).toMatchObject({
      fate: "lost",
      breaks: [{ cause: null }, {}],
    });
  });
});

describe("the key", () => {
  const key: WantedHeader = { name: "x-api-key", source: null };
  const bearer = headerSet(["authorization", "Bearer k"]);

  test("in the other header is renamed, not lost", () => {
    const verdict = verdictOf([key], [{ headers: bearer }, { headers: bearer }]);
    expect([verdict.fate, verdictText(verdict)]).toEqual(["renamed", "travels as authorization"]);
  });

  test("that a gateway swaps in is not the client's", () => {
    const provider = {
      kind: "simulator",
      baseURL: "http://x",
      credential: "placeholder",
      gateway: true,
    } as const;
    const token = headerSet(["cf-aig-authorization", "t"], ["authorization", "Bearer k"]);
    const sent = { headers: token, wire: token, gateway: token, provider: headerSet(["x-api-key", "held"]) };
    const verdict = verdictOf([key], [sent, sent], { provider });
    expect(verdict.fate).toBe("renamed");
    expect(verdict.headers[0]?.note).toContain("swaps in the provider's credential");
  });

  test("that is missing on one request is lost there", () => {
    const verdict = verdictOf([key], [{ headers: headerSet(["x-api-key", "k"]) }, {}]);
    expect(verdict).toMatchObject({
      fate: "lost",
      headers: [{ breaks: [{ number: 2, kind: "follow-up" }] }],
    });
  });
});

describe("what a run does not show", () => {
  test("is nothing while it goes on", () => {
    const run = logOf(asking, [{ headers: blue }]).soFar();
    expect(checkVerdict({ wanted: [team], requestKinds: loop }, run)).toBeNull();
  });

  test("is a kind of request that was never made", () => {
    const verdict = verdictOf([team], [{ headers: blue }]);
    expect(verdict).toMatchObject({
      fate: "not-shown",
      unseen: ["follow-up"],
      headers: [{ fate: "arrived" }],
    });
    expect(verdictText(verdict)).toBe("no follow-up was made");
  });

  test("is everything after a failure, but for what was lost before it", () => {
    const error = { code: "authentication" as const, message: "x-api-key header is required" };
    const end = { type: "run-end" as const, outcome: "failed" as const, error };
    const failed = (sent: readonly Sent[]) =>
      checkVerdict({ wanted: [team], requestKinds: loop }, logOf(asking, sent).emit(end).run());
    expect(failed([{ headers: blue }])).toMatchObject({ fate: "failed", error });
    expect(failed([{ headers: blue }, {}])).toMatchObject({ fate: "lost", error });
  });
});

test("a follow-up that continues a thread leaves out what is told", () => {
  const body = { messages: [], thread: { type: "continue" } };
  const log = createEventBuilder(asking);
  log.turn().request({ headers: blue }).reply().endTurn().turn().request({ headers: blue, body }).reply();
  const verdict = checkVerdict({ wanted: [team], requestKinds: loop }, log.run());
  expect(verdict?.followUp).toMatchObject({
    number: 2,
    hasSystem: false,
    hasTools: false,
    thread: "continue",
  });
  expect(verdict?.followUp && followUpText(verdict.followUp)).toMatch(
    /^Request 2 continues a thread, without system and tools/,
  );
  expect(
    followUpText({ requestId: "r", number: 2, hasSystem: true, hasTools: true, messages: 3, thread: null }),
  ).toBeNull();
});
