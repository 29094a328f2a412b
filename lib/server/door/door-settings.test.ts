// Are the door's settings understood, and those that cannot be refused?
import { expect, test } from "vitest";
import { doorSettings } from "./door-settings";

test("no settings, and blank ones, ask for no token", () => {
  const blank = { TOOLSCOPE_ACCESS_TOKEN: " ", TOOLSCOPE_ACCESS_TOKENS: "\n", TOOLSCOPE_ORIGINS: "" };
  for (const variables of [{}, blank])
    expect(doorSettings(variables)).toEqual({ locked: false, tokens: [], origins: [] });
});

test("one token and several named ones are told apart by their scope", () => {
  const variables = {
    TOOLSCOPE_ACCESS_TOKEN: " made-up-one ",
    TOOLSCOPE_ACCESS_TOKENS: "ana=made-up-two, team_b=made=up=three",
    TOOLSCOPE_ORIGINS: "https://toolscope.example/ http://10.0.0.5:3000",
  };
  expect(doorSettings(variables)).toEqual({
    locked: true,
    tokens: [
      { scope: "", token: "made-up-one" },
      { scope: "ana", token: "made-up-two" },
      { scope: "team_b", token: "made=up=three" },
    ],
    origins: ["https://toolscope.example", "http://10.0.0.5:3000"],
  });
});

test.each([
  ["TOOLSCOPE_ACCESS_TOKEN", "short"],
  ["TOOLSCOPE_ACCESS_TOKEN", "with a space in it"],
  ["TOOLSCOPE_ACCESS_TOKENS", "no-name-at-all"],
  ["TOOLSCOPE_ACCESS_TOKENS", "ana=short"],
  ["TOOLSCOPE_ACCESS_TOKENS", "ana=made-up-two,ana=made-up-three"],
  ["TOOLSCOPE_ACCESS_TOKENS", "ana=made-up-two,ben=made-up-two"],
  ["TOOLSCOPE_ORIGINS", "toolscope.example"],
  ["TOOLSCOPE_ORIGINS", "https://toolscope.example/path"],
  ["TOOLSCOPE_ORIGINS", "https://Toolscope.example"],
  ["TOOLSCOPE_ORIGINS", "ftp://toolscope.example"],
])("%s=%s is refused by name, without the secret", (name, value) => {
  const told = () => doorSettings({ TOOLSCOPE_ACCESS_TOKENS: "x=made-up-token", [name]: value });
  expect(told).toThrow(name);
  expect(told).not.toThrow("made-up-t");
});

test("an address that other machines can reach needs a token", () => {
  expect(() => doorSettings({ TOOLSCOPE_ORIGINS: "https://toolscope.example" })).toThrow(
    "TOOLSCOPE_ACCESS_TOKEN",
  );
  expect(doorSettings({ TOOLSCOPE_ORIGINS: "http://localhost:8080" }).origins).toEqual([
    "http://localhost:8080",
  ]);
});
