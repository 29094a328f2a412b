import { describe, expect, it } from "vitest";
import type { HeaderSet } from "@/lib/protocol/header-set";
import type { ObservationPoint } from "@/lib/protocol/observation-point";
import type { RunConfig } from "@/lib/protocol/run-config";
import { cellSign } from "./header-cell-text";
import { headerHops, hopContexts } from "./header-hops";
import { headerMatrix, observedPoints } from "./header-matrix";
import type { Run } from "./run";
import { createEventBuilder } from "./testing/event-builder";
import { configuredHeader, headerSet, secretHeader } from "./testing/example-headers";

type Points = { headers: HeaderSet; wire?: HeaderSet; gateway?: HeaderSet; provider?: HeaderSet };

function runWith(requests: readonly Points[], config: Partial<RunConfig> = {}): Run {
  const log = createEventBuilder(config);
  for (const points of requests) log.turn().request(points).reply().endTurn();
  return log.run();
}

function rowOf(run: Run, key: string, point: ObservationPoint = "fetch") {
  const row = headerMatrix(run, [point])
    .groups.flatMap((group) => group.rows)
    .find((each) => each.key === key);
  if (row === undefined) throw new Error(`no row "${key}"`);
  return row;
}

const states = (run: Run, key: string, point?: ObservationPoint) =>
  rowOf(run, key, point).cells.map((cell) => cell.state);

const trace = { headers: { default: [configuredHeader("X-Trace", "1")], perRequest: [], environment: [] } };

describe("the cells of the header matrix", () => {
  it("compare each request with the one before it", () => {
    const run = runWith([
      { headers: headerSet(["x-a", "1"]) },
      { headers: headerSet(["x-a", "1"], ["x-b", "1"]) },
      { headers: headerSet(["x-a", "2"]) },
      { headers: headerSet(["x-b", "1"]) },
    ]);
    expect(states(run, "x-a")).toEqual(["same", "same", "changed", "missing"]);
    expect(states(run, "x-b")).toEqual(["absent", "added", "missing", "added"]);
  });

  it("compare redacted values by their fingerprints", () => {
    const run = runWith([
      { headers: secretHeader("x-api-key", "one") },
      { headers: secretHeader("x-api-key", "one") },
      { headers: secretHeader("x-api-key", "two") },
    ]);
    expect(states(run, "x-api-key")).toEqual(["same", "same", "changed"]);
  });

  it("miss a header the user asked for even where no request ever had it", () => {
    const run = runWith([{ headers: [] }, { headers: headerSet(["x-trace", "1"]) }, { headers: [] }], trace);
    expect(states(run, "x-trace")).toEqual(["missing", "added", "missing"]);
    expect(rowOf(run, "x-trace").firstMissing).toBe(1);
  });

  it("miss an expected header and say so on its row", () => {
    const run = runWith([{ headers: [] }], { expectations: ["X-Tenant"] });
    expect(rowOf(run, "x-tenant")).toMatchObject({
      name: "X-Tenant",
      origin: "expected",
      expected: true,
      firstMissing: 1,
    });
  });

  it("keep the repeats of a header apart and notice when one is gone", () => {
    const run = runWith([
      { headers: headerSet(["x-a", "1"], ["X-A", "2"]) },
      { headers: headerSet(["x-a", "1"]) },
    ]);
    expect(rowOf(run, "x-a").cells[0]?.lines).toMatchObject({ names: ["x-a", "X-A"] });
    expect(states(run, "x-a")).toEqual(["same", "changed"]);
  });

  it("skip requests that were not seen at the point", () => {
    const seen = headerSet(["x-a", "1"]);
    const run = runWith([{ headers: seen, wire: seen }, { headers: seen }, { headers: seen, wire: seen }]);
    expect(states(run, "x-a", "wire")).toEqual(["same", "unobserved", "same"]);
    expect(observedPoints(run)).toEqual(["fetch", "wire"]);
  });
});

describe("the points a request passes", () => {
  const run = runWith([
    {
      headers: headerSet(["accept", "*/*"], ["x-trace", "1"], ["x-lost", "1"]),
      wire: headerSet(["Accept", "*/*"], ["x-trace", "1"], ["x-lost", "1"], ["host", "localhost"]),
      provider: headerSet(["Accept", "*/*"], ["x-trace", "2"], ["host", "localhost"], ["via", "proxy"]),
    },
  ]);

  it("are told apart in each cell", () => {
    const hops = (key: string) => rowOf(run, key, "provider").cells.map((cell) => cell.hop);
    expect([hops("accept"), hops("x-trace"), hops("x-lost"), hops("host"), hops("via")]).toEqual([
      ["same"],
      ["changed"],
      ["missing"],
      ["same"],
      ["added"],
    ]);
    expect(rowOf(run, "accept", "wire").cells[0]?.hop).toBe("renamed");
  });

  it("make a header that did not arrive missing, though no earlier request is there to compare with", () => {
    expect(states(run, "x-lost", "provider")).toEqual(["missing"]);
    expect(states(run, "x-lost", "wire")).toEqual(["same"]);
  });

  it("are all shown for one request", () => {
    const request = run.turns[0]?.requests[0];
    if (request === undefined) throw new Error("there is no request");
    const rows = headerHops(request, hopContexts(run)("request-1"));
    expect(rows.map((row) => [row.name, ...row.cells.map((cell) => cell.change)])).toEqual([
      ["Accept", "absent", "added", "renamed", "same"],
      ["x-trace", "absent", "added", "same", "changed"],
      ["x-lost", "absent", "added", "same", "missing"],
      ["host", "absent", "absent", "added", "same"],
      ["via", "absent", "absent", "absent", "added"],
    ]);
  });
});

describe("a run through the gateway", () => {
  const config: Partial<RunConfig> = {
    provider: { kind: "simulator", baseURL: "http://localhost", credential: "placeholder", gateway: true },
    headers: { default: [configuredHeader("cf-aig-authorization", "t")], perRequest: [], environment: [] },
  };
  const sent = headerSet(["cf-aig-authorization", "t"], ["authorization", "mine"], ["host", "g"]);
  const bare = headerSet(["authorization", "mine"], ["host", "g"]);
  const run = runWith(
    [
      {
        headers: sent,
        wire: sent,
        gateway: sent,
        provider: headerSet(["authorization", "theirs"], ["host", "p"], ["x-gateway", "1"]),
      },
      { headers: bare, wire: bare, gateway: bare, provider: headerSet(["host", "p"]) },
    ],
    config,
  );
  const whole = headerMatrix(run, ["fetch", "wire", "gateway", "provider"]);
  const row = (key: string) => whole.groups.flatMap(({ rows }) => rows).find((each) => each.key === key);

  it("has a cell for every point of every request, what the gateway keeps apart from what is missing", () => {
    expect(row("cf-aig-authorization")?.cells.map(({ state }) => state)).toEqual([
      ...["same", "same", "same", "removed"],
      ...["missing", "missing", "missing", "missing"],
    ]);
    expect(row("cf-aig-authorization")).toMatchObject({ firstMissing: 2, problems: 4 });
  });

  it("says whose doing a change at the provider is, and whether it should be", () => {
    const causes = row("authorization")?.cells.filter(({ point }) => point === "provider");
    expect(causes?.map(({ cause }) => cause?.intended)).toEqual([true, false]);
    expect(causes?.[1]?.cause?.why).toMatch(/found no cf-aig-authorization/);
    expect(row("x-gateway")?.origin).toBe("gateway");
  });

  it("needs the gateway's token even where nobody asks for it", () => {
    const without = { ...config, headers: { default: [], perRequest: [], environment: [] } };
    const one = { headers: bare, wire: bare, gateway: bare, provider: bare };
    expect(rowOf(runWith([one], without), "cf-aig-authorization")).toMatchObject({
      origin: "expected",
      expected: false,
      firstMissing: 1,
    });
  });
});

describe("a value that is not the one asked for", () => {
  it("is a problem on every request, though none differs from the one before", () => {
    const run = runWith(
      [{ headers: headerSet(["x-trace", "2"]) }, { headers: headerSet(["x-trace", "2"]) }],
      trace,
    );
    expect(states(run, "x-trace")).toEqual(["same", "same"]);
    expect(rowOf(run, "x-trace").cells.map((cell) => [cell.problem, cellSign(cell).glyph])).toEqual([
      [true, "≠"],
      [true, "≠"],
    ]);
  });
});

describe("the groups of the header matrix", () => {
  it("say who set a header", () => {
    const config = {
      headers: {
        default: [configuredHeader("X-Both", "1"), configuredHeader("x-default", "1")],
        perRequest: [configuredHeader("x-both", "2")],
        environment: [configuredHeader("x-env", "1")],
      },
    };
    const atFetch = headerSet(
      ["x-both", "2"],
      ["x-default", "1"],
      ["x-env", "1"],
      ["anthropic-version", "2026-10-21"],
      ["x-stainless-lang", "js"],
    );
    const wire: HeaderSet = [...atFetch, ...headerSet(["host", "localhost"], ["accept-language", "*"])];
    const run = runWith(
      [{ headers: atFetch, wire, provider: [...wire, ...headerSet(["via", "proxy"])] }],
      config,
    );
    const groups = headerMatrix(run, ["provider"]).groups.map((group) => [
      group.origin,
      ...group.rows.map((row) => row.key),
    ]);
    expect(groups).toEqual([
      ["default", "x-default"],
      ["per-request", "x-both"],
      ["environment", "x-env"],
      ["sdk", "anthropic-version", "x-stainless-lang"],
      ["http-client", "accept-language", "host"],
      ["on-the-way", "via"],
    ]);
  });

  it("leave out what only later points know", () => {
    const run = runWith([{ headers: headerSet(["x-a", "1"]), wire: headerSet(["x-a", "1"], ["host", "h"]) }]);
    const keys = headerMatrix(run, ["fetch"]).groups.flatMap((group) => group.rows.map((row) => row.key));
    expect(keys).toEqual(["x-a"]);
  });

  it("number the columns over the run and keep turn and attempt", () => {
    const log = createEventBuilder().turn().request().responseStart(529).responseEnd();
    const run = log.request({ attempt: 2 }).reply().endTurn().turn().request().run();
    const columns = headerMatrix(run, ["fetch"]).columns.map(({ number, turnIndex, attempt }) => [
      number,
      turnIndex,
      attempt,
    ]);
    expect(columns).toEqual([
      [1, 0, 1],
      [2, 0, 2],
      [3, 1, 1],
    ]);
  });
});
