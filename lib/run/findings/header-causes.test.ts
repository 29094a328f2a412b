import { describe, expect, it } from "vitest";
import type { HeaderSet } from "@/lib/protocol/header-set";
import type { RunConfig } from "@/lib/protocol/run-config";
import { findingsOf } from "../findings";
import { createEventBuilder } from "../testing/event-builder";
import { configuredHeader, headerSet } from "../testing/example-headers";

type Sent = {
  headers: HeaderSet;
  wire?: HeaderSet;
  gateway?: HeaderSet;
  provider?: HeaderSet;
  status?: number;
};

function findingsWith(config: Partial<RunConfig>, ...requests: readonly Sent[]) {
  const log = createEventBuilder(config);
  for (const { status = 200, ...points } of requests) log.turn().request(points).reply({ status }).endTurn();
  return findingsOf(log.run());
}

type Asked = Partial<RunConfig["headers"]>;
const asking = (headers: Asked): Pick<RunConfig, "headers"> => ({
  headers: { default: [], perRequest: [], environment: [], ...headers },
});
const trace = configuredHeader("X-Trace", "1");
const runner = { engine: { kind: "tool-runner" as const } };
const by = (version: string, ...others: [string, string][]) =>
  headerSet(["x-stainless-package-version", version], ...others);
const withTrace = headerSet(["x-trace", "1"]);

describe("the cause of a header that did not leave", () => {
  it("is the tool runner of 0.63, which ignores the headers of a call", () => {
    const [finding] = findingsWith(
      { ...asking({ perRequest: [trace] }), ...runner },
      { headers: by("0.63.1") },
    );
    expect(finding).toMatchObject({ code: "header-dropped", point: "fetch", requestId: "request-1" });
    expect(finding?.message).toMatch(/0\.63 ignores its second argument/);
    expect(finding?.fix).toMatch(/default headers/);
  });

  it("is not the tool runner of 0.63 where the loop is written by hand, or the version a later one", () => {
    const perRequest = asking({ perRequest: [trace] });
    for (const [config, version] of [
      [perRequest, "0.63.1"],
      [{ ...perRequest, ...runner }, "0.64.0"],
    ] as const) {
      const [finding] = findingsWith(config, { headers: by(version) });
      expect(finding?.message).not.toMatch(/0\.63/);
    }
  });

  it("is the compaction request of 0.71.2 to 0.82, and only that", () => {
    const config = { ...asking({ perRequest: [trace] }), ...runner };
    const loop = { headers: by("0.80.0", ["x-trace", "1"]) };
    const compaction = (version: string) => ({
      headers: by(version, ["x-stainless-helper", "BetaToolRunner, compaction"]),
    });
    const [finding, ...others] = findingsWith(config, loop, compaction("0.80.0"), loop);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "header-dropped", requestId: "request-2", turnId: "turn-2" });
    expect(finding?.message).toMatch(/0\.71\.2 to 0\.82 sends its compaction request/);
    expect(findingsWith(config, compaction("0.84.0"))[0]?.message).not.toMatch(/0\.71\.2/);
  });

  it("is an SDK that does not read the environment", () => {
    const config = asking({ environment: [trace] });
    expect(findingsWith(config, { headers: by("0.80.0") })[0]?.message).toMatch(
      /do not read ANTHROPIC_CUSTOM_HEADERS/,
    );
    const aiSdk = findingsWith({ ...config, engine: { kind: "ai-sdk" } }, { headers: [] });
    expect(aiSdk[0]?.message).toMatch(/The AI SDK does not read/);
  });

  it("is the environment, which makes SDKs before 1.12 spread default headers given as pairs", () => {
    const config = asking({ default: [trace], environment: [configuredHeader("x-env", "1")] });
    const spread = (version: string) => ({ headers: by(version, ["x-env", "1"], ["0", "X-Trace, 1"]) });
    expect(findingsWith(config, spread("1.11.0"))[0]?.message).toMatch(/versions before 1\.12/);
    expect(findingsWith(config, spread("1.12.0"))[0]?.message).not.toMatch(/before 1\.12/);
  });

  it("is ours where a mishap was switched on", () => {
    const config: Partial<RunConfig> = {
      ...asking({ default: [trace] }),
      mishaps: ["drop-default-headers-on-follow-up"],
    };
    const [finding] = findingsWith(config, { headers: withTrace }, { headers: [] });
    expect(finding?.message).toMatch(/mishap you switched on/);
    expect(finding?.fix).toMatch(/without the mishap/);
  });
});

describe("the cause of a beta that was replaced", () => {
  const beta = configuredHeader("anthropic-beta", "a");
  const threads = headerSet(["anthropic-beta", "message-threads-2026-08-12"]);

  it("is the runner's thread beta, for default headers and for the environment", () => {
    for (const source of ["default", "environment"] as const) {
      const [finding] = findingsWith({ ...asking({ [source]: [beta] }), ...runner }, { headers: threads });
      expect(finding).toMatchObject({
        code: "header-replaced",
        severity: "warning",
        header: "anthropic-beta",
      });
      expect(finding?.message).toMatch(/tool runner's own thread beta/);
      expect(finding?.fix).toMatch(/call's headers/);
    }
  });

  it("is none where the runner added its own to the header of the call", () => {
    const headers = headerSet(["anthropic-beta", "a, message-threads-2026-08-12"]);
    expect(findingsWith({ ...asking({ perRequest: [beta] }), ...runner }, { headers })).toEqual([]);
  });

  it("is the header of the call, which replaces the betas parameter", () => {
    const config = { ...asking({ perRequest: [beta] }), params: { betas: ["b"] } };
    const [finding, ...others] = findingsWith(config, { headers: headerSet(["anthropic-beta", "a"]) });
    expect(others).toEqual([]);
    expect(finding?.message).toMatch(/from the betas parameter .*per-request headers replaces it/);
  });

  it("is the count of tokens, which has a beta of its own", () => {
    const log = createEventBuilder(asking({ default: [beta] })).turn();
    const headers = headerSet(["anthropic-beta", "token-counting-2024-11-01"]);
    log.request({ headers, url: "http://localhost:3000/simulator/v1/messages/count_tokens" }).reply();
    expect(findingsOf(log.run())[0]?.message).toMatch(/countTokens sets a beta of its own/);
  });
});

describe("the cause of a header that was lost on the way", () => {
  it("is its underscore, which nginx does not let pass", () => {
    const sent = headerSet(["x_trace", "1"]);
    const config = asking({ default: [configuredHeader("x_trace", "1")] });
    const [finding] = findingsWith(config, { headers: sent, wire: sent, provider: [] });
    expect(finding).toMatchObject({ code: "header-dropped", severity: "error", point: "provider" });
    expect(finding?.message).toMatch(/underscore are dropped by nginx/);
    expect(finding?.fix).toMatch(/underscores_in_headers on/);
  });

  it("is the connection it belongs to, which is no reason for alarm", () => {
    const sent = headerSet(["proxy-authorization", "Basic x"]);
    const config = asking({ default: [configuredHeader("proxy-authorization", "Basic x")] });
    const [finding] = findingsWith(config, { headers: sent, wire: sent, provider: [] });
    expect(finding).toMatchObject({ code: "header-dropped", severity: "info" });
    expect(finding?.message).toMatch(/concerns one connection only/);
  });
});

describe("a run through the gateway", () => {
  const token = headerSet(["cf-aig-authorization", "Bearer t"]);
  const ours = headerSet(["x-api-key", "mine"]);
  const config: Partial<RunConfig> = {
    ...asking({ default: [configuredHeader("cf-aig-authorization", "Bearer t")] }),
    provider: {
      kind: "simulator",
      baseURL: "http://localhost:3000/gateway",
      credential: "placeholder",
      gateway: true,
    },
  };
  const both = [...token, ...ours];
  const kept = { headers: both, wire: both, gateway: both, provider: headerSet(["x-api-key", "theirs"]) };

  it("keeps its own header to itself and swaps the credential, which is no finding", () => {
    expect(findingsWith({ ...config, expectations: ["cf-aig-authorization"] }, kept)).toEqual([]);
  });

  it("says it in passing where the user set the credential that was swapped", () => {
    const headers = asking({
      default: [configuredHeader("cf-aig-authorization", "Bearer t"), configuredHeader("x-api-key", "mine")],
    });
    const [finding, ...others] = findingsWith({ ...config, ...headers }, kept);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "header-replaced", severity: "info", point: "provider" });
    expect(finding?.message).toMatch(/swaps in the provider's credential/);
  });

  it("is refused without the token: the finding names header, request and fix", () => {
    const bare = { headers: ours, wire: ours, gateway: ours, provider: [], status: 401 };
    const findings = findingsWith(config, kept, bare);
    expect(findings[0]).toMatchObject({
      code: "gateway-token-missing",
      severity: "error",
      header: "cf-aig-authorization",
      requestId: "request-2",
      turnId: "turn-2",
      point: "fetch",
    });
    expect(findings[0]?.message).toMatch(/not on request 2.*answered 401.*from|in the default headers/);
    expect(findings.map(({ code }) => code)).toEqual(["gateway-token-missing", "header-dropped"]);
  });

  it("is refused from the first request on where nobody set the token", () => {
    const bare = { headers: ours, wire: ours, gateway: ours, provider: [], status: 401 };
    const [finding] = findingsWith({ ...config, ...asking({}) }, bare);
    expect(finding).toMatchObject({ code: "gateway-token-missing", requestId: "request-1" });
    expect(finding?.message).toMatch(/Nothing in this run sets it/);
    expect(finding?.fix).toMatch(/default headers/);
  });
});

describe("an expected header that is there, but not as it should be", () => {
  const expected = { expectations: ["x-trace"] };

  it("is changed where a later request has another value", () => {
    const [finding, ...others] = findingsWith(
      expected,
      { headers: withTrace },
      { headers: headerSet(["x-trace", "2"]) },
      { headers: withTrace },
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "expected-header-changed", severity: "warning", point: "fetch" });
    expect(finding?.message).toMatch(/on request 2 it leaves with another value than on request 1/);
  });

  it("is changed where a hop changes it, and added where only a hop sets it", () => {
    const changed = { headers: withTrace, wire: withTrace, provider: headerSet(["x-trace", "9"]) };
    const added = { headers: [], wire: [], provider: withTrace };
    expect(findingsWith(expected, changed)).toMatchObject([
      { code: "expected-header-changed", point: "provider" },
    ]);
    expect(findingsWith(expected, added)).toMatchObject([
      { code: "expected-header-added", severity: "info", point: "provider" },
    ]);
  });
});
