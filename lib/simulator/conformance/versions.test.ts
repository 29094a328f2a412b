// Do both API versions, and both ways to send a key, get what they should from every endpoint?
import { describe, expect, test } from "vitest";
import { createSimulator } from "../simulator";
import { ask, bodyWith, errorIn, usualHeaders } from "../testing/ask";
import { noPace } from "../testing/play-scenario";

const simulator = createSimulator({ pace: noPace });

describe.each(["2023-06-01", "2026-10-21"])("version %s", (version) => {
  const headers = (...further: [string, string][]): [string, string][] => [
    ["anthropic-version", version],
    ...further,
  ];

  test.each<[string, string]>([
    ["x-api-key", "sk-test"],
    ["authorization", "Bearer sk-test"],
  ])("with %s every endpoint answers", async (name, value) => {
    const send = async (method: string, path: string, body?: unknown) =>
      (await ask(simulator, { method, path, headers: headers([name, value]), body })).status;
    const { max_tokens: _limit, ...prompt } = bodyWith();
    expect([
      await send("POST", "/v1/messages", bodyWith()),
      await send("POST", "/v1/messages/count_tokens", prompt),
      await send("GET", "/v1/models"),
      await send("GET", "/v1/models/claude-opus-5"),
    ]).toEqual([200, 200, 200, 200]);
  });

  test("without a key, without a path, with an unknown model: the API's own errors", async () => {
    const key: [string, string] = ["x-api-key", "sk-test"];
    const error = async (path: string, ...further: [string, string][]) =>
      errorIn(await ask(simulator, { method: "GET", path, headers: headers(...further) }));
    expect(await error("/v1/models")).toMatchObject({ status: 401, type: "authentication_error" });
    expect(await error("/v1/nothing", key)).toMatchObject({ status: 404, type: "not_found_error" });
    expect(await error("/v1/models/nobody", key)).toMatchObject({ status: 404, message: "model: nobody" });
  });

  test("sampling parameters are a matter of the version", async () => {
    const body = bodyWith({ model: "claude-haiku-4-5", temperature: 1 });
    const response = await ask(simulator, { headers: headers(["x-api-key", "sk-test"]), body });
    expect(response.status).toBe(version === "2023-06-01" ? 200 : 400);
  });
});

describe("the list of models", () => {
  const page = async (query: string) =>
    JSON.parse(String((await ask(simulator, { method: "GET", path: "/v1/models", query })).body));

  test("can be paged through forwards and backwards", async () => {
    const whole = await page("limit=1000");
    const ids = whole.data.map(({ id }: { id: string }) => id);
    expect(whole).toMatchObject({ has_more: false, first_id: ids[0], last_id: ids.at(-1) });
    const forwards: string[] = [];
    for (let at = await page("limit=3"); ; at = await page(`limit=3&after_id=${at.last_id}`)) {
      forwards.push(...at.data.map(({ id }: { id: string }) => id));
      if (!at.has_more) break;
    }
    expect(forwards).toEqual(ids);
    const before = await page(`limit=2&before_id=${ids[4]}`);
    expect(before.data.map(({ id }: { id: string }) => id)).toEqual(ids.slice(2, 4));
  });

  test.each(["limit=0", "limit=1001", "limit=x"])("refuses %s", async (query) => {
    expect(await page(query)).toMatchObject({ type: "error", error: { type: "invalid_request_error" } });
  });

  test.each([
    ["limit=1000", ["active", "deprecated"]],
    ["limit=1000&lifecycle=active", ["active"]],
    ["limit=1000&lifecycle[]=deprecated&lifecycle[]=retired", ["deprecated", "retired"]],
    ["limit=1000&lifecycle%5B%5D=retired", ["retired"]],
  ])("of %s has models that are %j", async (query, stages) => {
    const found = (await page(query)).data.map(({ lifecycle }: { lifecycle: string }) => lifecycle);
    expect([...new Set(found)].toSorted()).toEqual(stages);
  });

  test.each(["lifecycle=old", "lifecycle=active&lifecycle=active&lifecycle=retired&lifecycle=retired"])(
    "refuses %s",
    async (query) => {
      expect(await page(query)).toMatchObject({ error: { message: expect.stringMatching(/^lifecycle/) } });
    },
  );

  test("shows a retired model on its own, and refuses to run it", async () => {
    const id = "claude-3-5-sonnet-20241022";
    const shown = await ask(simulator, { method: "GET", path: `/v1/models/${id}` });
    expect(JSON.parse(String(shown.body))).toMatchObject({ id, lifecycle: "retired" });
    expect(errorIn(await ask(simulator, { body: bodyWith({ model: id }) }))).toMatchObject({
      status: 404,
      message: `model: ${id}`,
    });
  });

  test("speaks of compaction with its beta only", async () => {
    const capabilities = async (...betas: string[]) => {
      const headers = [...usualHeaders, ["anthropic-beta", betas.join(",")] as const];
      const response = await ask(simulator, { method: "GET", path: "/v1/models/claude-opus-5", headers });
      return JSON.parse(String(response.body)).capabilities;
    };
    expect(await capabilities("context-management-2025-06-27")).not.toHaveProperty("compaction");
    const compaction = { supported: true, summarize: { supported: true } };
    expect(await capabilities("compact-2026-09-04")).toMatchObject({ compaction });
  });

  test("says of each model what it can do", async () => {
    const stages = "lifecycle=active&lifecycle=deprecated&lifecycle=retired";
    for (const model of (await page(`limit=1000&${stages}`)).data) {
      expect(model).toMatchObject({
        type: "model",
        lifecycle: expect.stringMatching(/^(active|deprecated|retired)$/),
        capabilities: { thinking: { types: { adaptive: {}, enabled: {}, disabled: {}, between_tools: {} } } },
      });
      expect([model.max_tokens, model.max_input_tokens].every((limit) => limit > 1_000)).toBe(true);
    }
  });
});
