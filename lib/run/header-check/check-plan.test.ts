// Is every combination in the plan, as a run that can be carried out or with the reason why not?
import { describe, expect, test } from "vitest";
import type { EngineCatalogue, SdkAbilities } from "@/lib/protocol/engine-catalogue";
import { runRequestSchema } from "@/lib/protocol/run-request";
import type { CheckCell } from "./check-cell";
import { type CheckChoice, checkEngines, checkRoutes, headerKinds } from "./check-choice";
import { type CheckSetting, checkPlan } from "./check-plan";

const abilities: SdkAbilities = {
  threads: true,
  eager: true,
  compaction: "compactBeforeNextTurn",
  perCallHeaders: "kept",
  environmentHeaders: true,
  credentialHeader: "authorization",
  betaQuery: false,
  apiVersion: "2026-10-21",
};
const catalogue: EngineCatalogue = {
  engines: [{ kind: "ai-sdk", title: "AI SDK", package: "@ai-sdk/anthropic", version: "3.0.0" }],
  sdkVersions: [
    { version: "2.0.0", newest: true, abilities },
    {
      version: "0.80.0",
      newest: false,
      abilities: { ...abilities, threads: false, compaction: "compactionControl" },
    },
    {
      version: "0.63.0",
      newest: false,
      abilities: { ...abilities, threads: false, compaction: "none", environmentHeaders: false },
    },
  ],
};
const all: CheckChoice = {
  engines: checkEngines,
  sdkVersions: ["2.0.0", "0.80.0", "0.63.0"],
  kinds: headerKinds,
  routes: checkRoutes,
};

function plan(choice: Partial<CheckChoice> = {}, setting: Partial<CheckSetting> = {}): CheckCell[] {
  const usual = {
    catalogue,
    environment: [],
    provider: { kind: "simulator" },
    gatewayToken: "Bearer t",
  } as const;
  return checkPlan({ ...all, ...choice }, { ...usual, ...setting });
}

function only(choice: Partial<CheckChoice>, setting?: Partial<CheckSetting>) {
  const [cell, ...others] = plan(choice, setting);
  if (cell?.status !== "planned" || others.length > 0) throw new Error("one planned cell was meant");
  return cell;
}

const one = { engines: ["manual"], sdkVersions: ["2.0.0"], kinds: ["default"], routes: ["direct"] } as const;

describe("the cells", () => {
  test("have ids of their own, in the order of the choice; the AI SDK is there once", () => {
    const ids = plan().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength((3 * 3 + 1) * headerKinds.length * checkRoutes.length);
    expect(ids.slice(0, 3)).toEqual([
      "manual@2.0.0/default/direct",
      "manual@2.0.0/default/gateway",
      "manual@2.0.0/per-request/direct",
    ]);
    expect(ids.at(-1)).toBe("ai-sdk/key/gateway");
  });

  test("are whole run requests, of the engine that is meant", () => {
    for (const cell of plan({}, { environment: ["X-Env"] })) {
      if (cell.status !== "planned") continue;
      expect(runRequestSchema.parse(cell.request)).toEqual(cell.request);
      expect(cell.request.provider).toEqual({ kind: "simulator", gateway: cell.route === "gateway" });
    }
    expect(only({ ...one, engines: ["tool-runner-no-thread"] }).request.engine).toMatchObject({
      kind: "tool-runner",
      sdkVersion: "2.0.0",
      thread: false,
    });
  });

  test("that cannot be say why", () => {
    const reasons = plan().flatMap((cell) => (cell.status === "planned" ? [] : [[cell.id, cell.reason]]));
    expect(reasons).toContainEqual([
      "tool-runner-no-thread@0.80.0/key/direct",
      expect.stringMatching(/no threads/),
    ]);
    expect(reasons).toContainEqual([
      "manual@2.0.0/environment/direct",
      expect.stringContaining("ANTHROPIC_CUSTOM_HEADERS"),
    ]);
    expect(plan({ kinds: ["environment"] }, { environment: ["X-Env"] })[0]).toMatchObject({
      status: "planned",
      wanted: [{ name: "X-Env", source: "environment" }],
    });
  });
});

describe("what a run is made for", () => {
  test("is a follow-up and a retry by a script, and a compaction where the version has one", () => {
    expect(only(one).requestKinds).toEqual(["first", "follow-up", "retry"]);
    const runner = { ...one, engines: ["tool-runner"] } as const;
    expect(only(runner).requestKinds).toContain("compaction");
    expect(only({ ...runner, sdkVersions: ["0.63.0"] }).requestKinds).not.toContain("compaction");
  });

  test("is no compaction where the beta it needs would replace the one under test", () => {
    const runner = { ...one, engines: ["tool-runner"], kinds: ["beta"] } as const;
    expect(only(runner).requestKinds).not.toContain("compaction");
    expect(only({ ...runner, sdkVersions: ["0.80.0"] }).requestKinds).toContain("compaction");
    expect(only({ ...runner, kinds: ["betas"] }).request.params.betas).toHaveLength(2);
  });

  test("is a follow-up alone at another provider, which plays no script", () => {
    const cell = only(one, { provider: { kind: "custom", baseURL: "https://api.example" } });
    expect(cell.requestKinds).toEqual(["first", "follow-up"]);
    expect(cell.request).toMatchObject({ limits: { maxTurns: 2 } });
    expect(cell.request).not.toHaveProperty("scenario");
  });
});

describe("the gateway's token", () => {
  const token = { name: "cf-aig-authorization", value: "Bearer t", secret: true };

  test("stands on the client and is wanted there, as a default header is", () => {
    const cell = only({ ...one, routes: ["gateway"] });
    expect(cell.request.headers.default).toContainEqual(token);
    expect(cell.wanted.map(({ name }) => name)).toEqual(["X-Check-Default", "cf-aig-authorization"]);
    expect(only({ ...one, kinds: ["per-request"], routes: ["gateway"] }).wanted).toHaveLength(1);
  });

  test("goes with the call where headers of the environment would push it out", () => {
    const environment = ["X-Env"];
    const place = { ...one, kinds: ["environment"], routes: ["gateway"] } as const;
    expect(only(place, { environment }).request.headers.perRequest).toContainEqual(token);
    const old = { ...place, sdkVersions: ["0.63.0"] };
    expect(only(old, { environment }).request.headers.default).toContainEqual(token);
  });

  test("is not set beside one that stands there already", () => {
    const environment = ["CF-AIG-Authorization"];
    const cell = only({ ...one, routes: ["gateway"] }, { environment });
    expect([...cell.request.headers.default, ...cell.request.headers.perRequest]).not.toContainEqual(token);
  });
});

test("a key in another header than the documented one is no broken expectation of its run", () => {
  const cell = only({ ...one, kinds: ["key"] });
  expect(cell.wanted).toEqual([{ name: "x-api-key", source: null }]);
  expect(cell.request.expectations).toEqual([]);
});
