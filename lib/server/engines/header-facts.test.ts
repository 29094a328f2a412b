// Which headers does each published SDK version really send? The facts the header lab shows, from the real packages.
import { afterEach, describe, expect, test, vi } from "vitest";
import type { RunRequestInput } from "@/lib/protocol/run-request";
import {
  jsonAnswer,
  type ProviderStub,
  type ReceivedRequest,
  type StubAnswer,
  startProviderStub,
} from "../testing/provider-stub";
import { recordRun } from "../testing/recorded-run";
import { calls, reply, says, wait } from "../testing/stub-replies";
import { sdkVersions } from "./sdk-versions";

type Engine = NonNullable<RunRequestInput["engine"]>;
type Input = Omit<RunRequestInput, "provider" | "engine" | "prompt"> & { apiKey?: string };

let stub: ProviderStub;
afterEach(async () => {
  vi.unstubAllEnvs();
  await stub.close();
});

/** What arrives at a provider that asks for one tool call and then answers. */
async function received(
  engine: Engine,
  input: Input = {},
  answers: readonly StubAnswer[] = [calls(wait("toolu_a")), says("Done")],
): Promise<readonly ReceivedRequest[]> {
  stub = await startProviderStub(answers);
  const { end } = await recordRun(stub.baseURL, { prompt: "Go", engine, ...input });
  expect(end.outcome).toBe("completed");
  return stub.received;
}

const header = (name: string, requests: readonly ReceivedRequest[]) =>
  requests.map((request) => request.headers[name]);
const inBoth = { default: [{ name: "X-Default", value: "d" }], perRequest: [{ name: "X-Call", value: "c" }] };
const beta = (value: string) => [{ name: "anthropic-beta", value }];
const runner = (sdkVersion: string, more = {}): Engine => ({ kind: "tool-runner", sdkVersion, ...more });
const table = sdkVersions.map(({ version, abilities }) => ({ version, ...abilities }));
const threadBeta = "message-threads-2026-08-12";
const compacting = { hooks: [{ kind: "compact" as const, afterTurn: 1 }] };
/** The summary, in whichever of the two forms the version reads. */
const summary = (isBlock: boolean): StubAnswer =>
  isBlock
    ? reply([{ type: "compaction", content: "So far" }], "compaction")
    : jsonAnswer(200, {
        id: "msg_summary",
        type: "message",
        role: "assistant",
        content: [{ type: "text", text: "So far" }],
        stop_reason: "end_turn",
        usage: {},
      });

describe.each(table)("SDK $version", ({ version, ...abilities }) => {
  test("default headers are on every request of both loops", async () => {
    const byHand = await received({ kind: "manual", sdkVersion: version }, { headers: inBoth });
    expect(header("x-default", byHand)).toEqual(["d", "d"]);
    expect(header("x-call", byHand)).toEqual(["c", "c"]);
    await stub.close();
    expect(header("x-default", await received(runner(version), { headers: inBoth }))).toEqual(["d", "d"]);
  });

  test("headers of the runner's second argument", async () => {
    const seen = header("x-call", await received(runner(version), { headers: inBoth }));
    const isIgnored = abilities.perCallHeaders === "ignored";
    expect(seen).toEqual(isIgnored ? [undefined, undefined] : ["c", "c"]);
  });

  test("betas replace an anthropic-beta of the default headers", async () => {
    const engine = { kind: "manual" as const, sdkVersion: version };
    const headers = { default: beta("mine") };
    expect(header("anthropic-beta", await received(engine, { headers }))).toEqual(["mine", "mine"]);
    await stub.close();
    const both = await received(engine, { headers, params: { betas: ["theirs"] } });
    expect(header("anthropic-beta", both)).toEqual(["theirs", "theirs"]);
  });

  test("the key's header and the API version", async () => {
    const [first] = await received({ kind: "manual", sdkVersion: version }, { apiKey: "made-up-key" });
    const sent =
      abilities.credentialHeader === "x-api-key"
        ? { "x-api-key": "made-up-key" }
        : { authorization: "Bearer made-up-key" };
    expect(first?.headers).toMatchObject({ ...sent, "anthropic-version": abilities.apiVersion });
    const other = abilities.credentialHeader === "x-api-key" ? "authorization" : "x-api-key";
    expect(first?.headers).not.toHaveProperty(other);
    expect(first?.headers["x-stainless-package-version"]).toBe(version);
    expect(first?.url).toBe(`/v1/messages${abilities.betaQuery ? "?beta=true" : ""}`);
  });

  test("a key of the environment does not leave beside the one that was given", async () => {
    vi.stubEnv("ANTHROPIC_API_KEY", "made-up-key-of-the-server");
    vi.stubEnv("ANTHROPIC_AUTH_TOKEN", "made-up-token-of-the-server");
    const requests = await received(runner(version), { apiKey: "made-up-key" });
    expect(JSON.stringify(requests)).not.toContain("of-the-server");
  });

  test("headers of ANTHROPIC_CUSTOM_HEADERS", async () => {
    vi.stubEnv("ANTHROPIC_CUSTOM_HEADERS", "X-Env: e");
    const seen = header("x-env", await received(runner(version)));
    expect(seen).toEqual(abilities.environmentHeaders ? ["e", "e"] : [undefined, undefined]);
  });

  test("the runner's thread", async () => {
    const requests = await received(runner(version), {
      system: "Be brief.",
      headers: { default: beta("mine") },
    });
    const [, second] = requests.map((request) => request.body);
    if (abilities.threads) {
      expect(second).toMatchObject({ thread: { type: "continue" } });
      expect(second).not.toHaveProperty("system");
      expect(second).not.toHaveProperty("tools");
      // The thread's own beta takes the place of the default header.
      expect(header("anthropic-beta", requests)).toEqual([threadBeta, threadBeta]);
    } else {
      expect(second).toMatchObject({ system: "Be brief.", tools: expect.any(Array) });
      expect(second).not.toHaveProperty("thread");
      expect(header("anthropic-beta", requests)).toEqual(["mine", "mine"]);
    }
  });
});

describe.each(table.filter(({ threads }) => threads))("SDK $version with threads", ({ version }) => {
  test("without a thread the default header's beta, the system prompt and the tools stay", async () => {
    const requests = await received(runner(version, { thread: false }), {
      system: "Be brief.",
      headers: { default: beta("mine") },
    });
    expect(header("anthropic-beta", requests)).toEqual(["mine", "mine"]);
    expect(requests[1]?.body).toMatchObject({ system: "Be brief.", tools: expect.any(Array) });
  });

  test("a beta among the headers of the call stands beside the thread's", async () => {
    const requests = await received(runner(version), { headers: { perRequest: beta("mine") } });
    expect(header("anthropic-beta", requests)).toEqual([`mine, ${threadBeta}`, `mine, ${threadBeta}`]);
  });
});

describe.each(table.filter(({ compaction }) => compaction !== "none"))(
  "SDK $version compacting",
  ({ version, compaction, perCallHeaders }) => {
    test("the compaction call keeps the default headers; whether the call's own, the table says", async () => {
      const answers = [calls(wait("toolu_a")), summary(compaction === "compactBeforeNextTurn"), says("Done")];
      const requests = await received(runner(version, compacting), { headers: inBoth }, answers);
      expect(header("x-default", requests)).toEqual(["d", "d", "d"]);
      const isLost = perCallHeaders === "lost-on-compaction";
      expect(header("x-call", requests)).toEqual(["c", isLost ? undefined : "c", "c"]);
    });
  },
);

describe("the AI SDK", () => {
  const aiSdk: Engine = { kind: "ai-sdk" };

  test("headers of the provider and of the call are on every request", async () => {
    const requests = await received(aiSdk, { headers: inBoth });
    expect(header("x-default", requests)).toEqual(["d", "d"]);
    expect(header("x-call", requests)).toEqual(["c", "c"]);
  });

  test("the key goes as x-api-key, with the older API version and no query", async () => {
    const [first] = await received(aiSdk, { apiKey: "made-up-key" });
    expect(first?.headers).toMatchObject({ "x-api-key": "made-up-key", "anthropic-version": "2023-06-01" });
    expect(first?.headers).not.toHaveProperty("authorization");
    expect(first?.url).toBe("/v1/messages");
  });

  test("it does not read ANTHROPIC_CUSTOM_HEADERS, nor a key beside the one that was given", async () => {
    vi.stubEnv("ANTHROPIC_CUSTOM_HEADERS", "X-Env: e");
    vi.stubEnv("ANTHROPIC_API_KEY", "made-up-key-of-the-server");
    vi.stubEnv("ANTHROPIC_AUTH_TOKEN", "made-up-token-of-the-server");
    const requests = await received(aiSdk, { apiKey: "made-up-key" });
    expect(header("x-env", requests)).toEqual([undefined, undefined]);
    expect(JSON.stringify(requests)).not.toContain("of-the-server");
  });

  test("betas of headers and options are merged, not replaced", async () => {
    const requests = await received(aiSdk, {
      headers: { default: beta("mine"), perRequest: beta("of-the-call") },
      params: { betas: ["theirs"] },
    });
    const merged = expect.stringContaining("mine,of-the-call,theirs");
    expect(header("anthropic-beta", requests)).toEqual([merged, merged]);
  });
});
