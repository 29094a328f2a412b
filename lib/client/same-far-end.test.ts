import { expect, test } from "vitest";
import { mayKeepSecrets } from "./same-far-end";

const at = (baseURL: string) => ({ provider: "custom" as const, baseURL });
const anthropic = { provider: "anthropic" as const, baseURL: "" };
const simulator = { provider: "simulator" as const, baseURL: "" };

test.each([
  [at("https://gateway.test"), at("https://gateway.test "), true],
  [at("https://gateway.test"), at("https://elsewhere.test"), false],
  [anthropic, at("https://elsewhere.test"), false],
  [simulator, at("https://elsewhere.test"), false],
  [at("https://gateway.test"), anthropic, false],
  [anthropic, anthropic, true],
  [anthropic, simulator, true],
])("typed for %j, sent to %j: %j", (typedFor, sentTo, may) => {
  expect(mayKeepSecrets(typedFor, sentTo)).toBe(may);
});
