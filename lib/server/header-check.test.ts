// Does a header check of the published packages say what was measured with them?
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { CheckPlace, PlannedCell } from "@/lib/run/header-check/check-cell";
import { checkEngines, checkRoutes, type HeaderKind } from "@/lib/run/header-check/check-choice";
import { checkFacts } from "@/lib/run/header-check/check-facts";
import { checkPlan } from "@/lib/run/header-check/check-plan";
import type { CheckVerdict } from "@/lib/run/header-check/check-verdict";
import { verdictText } from "@/lib/run/header-check/verdict-text";
import { engineCatalogue } from "./engines/engine-catalogue";
import { type CheckBench, startCheckBench } from "./testing/check-bench";

const catalogue = engineCatalogue();
const verdicts = new Map<string, CheckVerdict>();
const plan = new Map<string, CheckPlace>();
let bench: CheckBench;

beforeAll(async () => {
  bench = await startCheckBench();
  await carriedOut(["default", "per-request", "beta", "betas", "key"], []);
  vi.stubEnv("ANTHROPIC_CUSTOM_HEADERS", "X-Env: e");
  await carriedOut(["environment"], ["X-Env"]);
  vi.unstubAllEnvs();
}, 180_000);
afterAll(() => bench.close());

/** Several at a time: what takes longest is the wait before a retry. */
async function carriedOut(kinds: readonly HeaderKind[], environment: readonly string[]): Promise<void> {
  const sdkVersions = catalogue.sdkVersions.map(({ version }) => version);
  const waiting = checkPlan(
    { engines: checkEngines, sdkVersions, kinds, routes: checkRoutes },
    { catalogue, environment, provider: { kind: "simulator" }, gatewayToken: "Bearer made-up-token" },
  ).filter((cell): cell is PlannedCell => cell.status === "planned");
  for (const cell of waiting) plan.set(cell.id, cell);
  const worker = async () => {
    for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift())
      verdicts.set(cell.id, await bench.verdict(cell));
  };
  await Promise.all(Array.from({ length: 12 }, worker));
}

const threaded = ["1.13.0", "1.11.0"];
const since1x0 = [...threaded, "1.0.0"];
const before1x0 = ["0.137.0", "0.80.0", "0.63.1"];
const versions = [...since1x0, ...before1x0];

/** The places of an engine on both routes. */
const places = (engine: string, ofVersions: readonly string[], kind: HeaderKind) =>
  ofVersions.flatMap((version) => checkRoutes.map((route) => `${engine}@${version}/${kind}/${route}`));
const loops = (ofVersions: readonly string[], kind: HeaderKind) => [
  ...places("manual", ofVersions, kind),
  ...places("tool-runner", ofVersions, kind),
];
const unthreaded = (kind: HeaderKind) => places("tool-runner-no-thread", threaded, kind);
const aiSdk = (kind: HeaderKind) => checkRoutes.map((route) => `ai-sdk/${kind}/${route}`);

const arrived = /^arrived on all \d requests$/;
const replaced = /^replaced on every request at fetch$/;
const unread = /^lost on every request at fetch$/;

/** What each place has to say. */
const facts: readonly (readonly [what: string, places: readonly string[], text: RegExp])[] = [
  [
    "default headers are kept by every version",
    [...loops(versions, "default"), ...unthreaded("default"), ...aiSdk("default")],
    arrived,
  ],
  ["the runner of 0.63 ignores per-call headers", places("tool-runner", ["0.63.1"], "per-request"), unread],
  [
    "the compaction of 0.80 loses per-call headers",
    places("tool-runner", ["0.80.0"], "per-request"),
    /^lost on compaction \(request 2\) at fetch$/,
  ],
  [
    "all others keep per-call headers",
    [
      ...places("manual", versions, "per-request"),
      ...places("tool-runner", [...since1x0, "0.137.0"], "per-request"),
      ...unthreaded("per-request"),
      ...aiSdk("per-request"),
    ],
    arrived,
  ],
  [
    "SDK 0.80 and older, and the AI SDK, do not read the environment",
    [...loops(["0.80.0", "0.63.1"], "environment"), ...aiSdk("environment")],
    unread,
  ],
  [
    "newer ones read the environment",
    [...loops([...since1x0, "0.137.0"], "environment"), ...unthreaded("environment")],
    arrived,
  ],
  ["the thread's beta replaces one of the client", places("tool-runner", threaded, "beta"), replaced],
  [
    "without a thread a beta of the client stays",
    [
      ...places("manual", versions, "beta"),
      ...places("tool-runner", ["1.0.0", ...before1x0], "beta"),
      ...unthreaded("beta"),
      ...aiSdk("beta"),
    ],
    arrived,
  ],
  [
    "betas of the call replace one of the client",
    [
      ...places("manual", versions, "betas"),
      ...places("tool-runner", [...since1x0, "0.137.0", "0.63.1"], "betas"),
      ...unthreaded("betas"),
    ],
    replaced,
  ],
  ["the AI SDK merges them", aiSdk("betas"), arrived],
  [
    "since 1.0 the key is in authorization",
    [...loops(since1x0, "key"), ...unthreaded("key")],
    /^travels as authorization$/,
  ],
  ["before it is in x-api-key", [...loops(before1x0, "key"), ...aiSdk("key")], arrived],
];

test.each(facts)("%s", (_, ids, text) => {
  for (const id of ids) {
    const verdict = verdicts.get(id);
    expect({ id, text: verdict === undefined ? "" : verdictText(verdict) }).toEqual({
      id,
      text: expect.stringMatching(text),
    });
  }
});

test("each place is in one of the facts, but for the betas that both sources of 0.80 lose", () => {
  const told = facts.flatMap(([, ids]) => ids);
  const others = places("tool-runner", ["0.80.0"], "betas");
  expect([...told, ...others].toSorted()).toEqual([...verdicts.keys()].toSorted());
  for (const id of others) {
    // The compaction carries what the client says: the one source is lost but there, the other the other way round.
    const [ofClient, ofCall] = verdicts.get(id)?.headers ?? [];
    expect(ofClient?.breaks.map(({ kind }) => kind)).not.toContain("compaction");
    expect(ofCall?.breaks).toMatchObject([{ kind: "compaction", cause: { fix: expect.any(String) } }]);
  }
});

test("each run made the requests it was made for: follow-ups, a retry, a compaction where there is one", () => {
  for (const [id, { unseen, error, seenUpTo }] of verdicts)
    expect({ id, unseen, error, seenUpTo }).toEqual({ id, unseen: [], error: null, seenUpTo: "provider" });
});

test("since 1.2 the runner's second request carries neither system nor tools", () => {
  for (const [id, { followUp }] of verdicts) {
    const isThreaded = threaded.some((version) => id.startsWith(`tool-runner@${version}/`));
    const whole = { hasSystem: true, hasTools: true, thread: null };
    const delta = { number: 2, hasSystem: false, hasTools: false, thread: "continue" };
    expect({ id, ...followUp }).toMatchObject({ id, ...(isThreaded ? delta : whole) });
  }
});

test.each(checkFacts)("the lab's table agrees: $text", (fact) => {
  const about = [...plan.values()].filter(fact.isAbout);
  expect(about).not.toEqual([]);
  const contradicting = about.filter((place) => {
    const verdict = verdicts.get(place.id);
    return verdict === undefined || !fact.holds(verdict, place);
  });
  expect(contradicting.map(({ id }) => id)).toEqual([]);
});

describe("the cause", () => {
  const causeOf = (id: string) => verdicts.get(id)?.headers.flatMap(({ breaks }) => breaks)[0]?.cause;

  test.each([
    ["tool-runner@0.63.1/per-request/direct", /ignores its second argument/, /default headers/],
    ["tool-runner@0.80.0/per-request/gateway", /compaction request without the headers/, /0\.84/],
    ["tool-runner@1.13.0/beta/gateway", /thread beta replaces/, /call's headers/],
    ["manual@1.13.0/betas/direct", /betas parameter replaces/, /params\.betas/],
    ["manual@0.80.0/environment/direct", /do not read ANTHROPIC_CUSTOM_HEADERS/, /default headers/],
    ["ai-sdk/environment/gateway", /AI SDK does not read/, /default headers/],
  ])("of %s is named, with what to do", (id, why, fix) => {
    expect(causeOf(id)).toMatchObject({ why: expect.stringMatching(why), fix: expect.stringMatching(fix) });
  });

  test("the gateway keeps its token and swaps the key, which is no loss", () => {
    const [own, token] = verdicts.get("manual@1.13.0/default/gateway")?.headers ?? [];
    expect([own?.note, token]).toMatchObject([
      "",
      { name: "cf-aig-authorization", note: expect.stringContaining("keeps it for itself") },
    ]);
    const key = verdicts.get("manual@1.13.0/key/gateway")?.headers[0];
    expect(key?.note).toContain("swaps in the provider's credential");
  });
});
