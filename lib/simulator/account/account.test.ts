// Does an account in trouble refuse as the API does, by a made-up key and by path?

import { expect, test } from "vitest";
import { createSimulator } from "../simulator";
import { ask, errorIn, usualHeaders } from "../testing/ask";
import { accountConditions } from "./account-conditions";

const simulator = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });
const [version] = usualHeaders;
const withBearer = (key: string) => [version ?? ["", ""], ["authorization", `Bearer ${key}`] as const];

async function headersFor(key: string) {
  const { headers } = await ask(simulator, { headers: withBearer(key) });
  const found = new Headers(headers);
  return [found.get("retry-after"), found.get("x-should-retry")];
}

test("a condition with an end says when to come back; one that every attempt meets says not to", async () => {
  expect(await headersFor("sk-rate-limited")).toEqual(["2", null]);
  expect(await headersFor("sk-ramp-limit-exceeded-7")).toEqual(["2", null]);
  expect(await headersFor("sk-spend-cap")).toEqual([null, "false"]);
  expect(await headersFor("sk-overloaded")).toEqual([null, "false"]);
  expect(await headersFor("sk-internal-error")).toEqual([null, null]);
});

test("it is refused wherever it asks", async () => {
  const asked = { method: "GET", path: "/v1/models", headers: withBearer("sk-no-credit") };
  expect(errorIn(await ask(simulator, asked))?.message).toMatch(/^Your credit balance is too low/);
  const counted = { path: "/v1/messages/count_tokens", headers: withBearer("sk-organization-on-hold") };
  expect(errorIn(await ask(simulator, counted))?.details?.error_code).toBe("organization_on_hold");
});

test.each(accountConditions)(
  "a client that only has a base URL gets it by path: $name",
  async (condition) => {
    const response = await ask(simulator, { path: `/~fault-${condition.name}/v1/messages` });
    const error = errorIn(response);
    expect(error).toMatchObject({ status: condition.status, message: condition.wording("claude-opus-5") });
    expect(error?.details?.error_code).toBe(condition.errorCode);
  },
);
