import { expect, test } from "vitest";
import { readEnvironment } from "../environment";
import { providerEndpoint } from "./provider-endpoint";

const simulatorURL = "http://127.0.0.1:3000/simulator";
const withKey = readEnvironment({
  ANTHROPIC_API_KEY: "made-up-env-key",
  ANTHROPIC_AUTH_TOKEN: "made-up-token",
});
const blank = readEnvironment({ ANTHROPIC_API_KEY: "  " });

test("the simulator and an address that came with the request never get the server's key", () => {
  const custom = { kind: "custom", baseURL: "http://127.0.0.1:9" } as const;
  for (const provider of [{ kind: "simulator" } as const, custom]) {
    const { credential, from } = providerEndpoint(provider, withKey, simulatorURL);
    expect([credential, from]).toEqual([{ apiKey: "not-used" }, "placeholder"]);
  }
  expect(providerEndpoint({ ...custom, apiKey: "typed" }, withKey, simulatorURL).credential).toEqual({
    apiKey: "typed",
  });
});

test("Anthropic takes the typed key, else the environment's key, else its token", () => {
  const chosen = (provider: { kind: "anthropic"; apiKey?: string }, variables: Record<string, string>) =>
    providerEndpoint(provider, readEnvironment(variables), simulatorURL);
  const all = { ANTHROPIC_API_KEY: "env", ANTHROPIC_AUTH_TOKEN: "token" };
  expect(chosen({ kind: "anthropic", apiKey: "typed" }, all)).toMatchObject({
    credential: { apiKey: "typed" },
    from: "request",
  });
  expect(chosen({ kind: "anthropic" }, all)).toMatchObject({
    credential: { apiKey: "env" },
    from: "environment",
  });
  expect(chosen({ kind: "anthropic" }, { ANTHROPIC_AUTH_TOKEN: "token" })).toMatchObject({
    credential: { authToken: "token" },
  });
  expect(chosen({ kind: "anthropic" }, all).baseURL).toBe("https://api.anthropic.com");
  expect(chosen({ kind: "anthropic" }, { ...all, ANTHROPIC_BASE_URL: "http://gateway" }).baseURL).toBe(
    "http://gateway",
  );
});

test("Anthropic without a key says what is missing and how to give it", () => {
  expect(() => providerEndpoint({ kind: "anthropic" }, blank, simulatorURL)).toThrow(/ANTHROPIC_API_KEY/);
});
