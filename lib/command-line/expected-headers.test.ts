// Does each expected header get its value from where it should?
import { expect, test } from "vitest";
import { expectedHeaders, headersInPlace, headersToSet } from "./expected-headers";

const given = [
  { name: "X-Team", value: "blue" },
  { name: "x-beside", value: "1" },
];
const names = ["x-team", "X-Env", "user-agent", "x-stainless-lang", "cf-aig-authorization", "x-other"];
const expected = expectedHeaders(names, given, ["x-env", "x-team"]);

test("given comes first, then the environment, then the SDK; the rest is made up", () => {
  expect(expected.map(({ origin }) => origin)).toEqual([
    ...["given", "environment", "sdk", "sdk", "made up", "made up"],
  ]);
});

test("what the SDK or the environment sets is not set once more", () => {
  expect(headersToSet(expected, given)).toEqual([
    ...given,
    { name: "cf-aig-authorization", value: expect.stringMatching(/^Bearer /) },
    { name: "x-other", value: expect.any(String) },
  ]);
});

test("a header has to come from where it was put, or from where it stood already", () => {
  const entries = headersToSet(expected, given);
  const placed = headersInPlace("per-request", expected, entries);
  expect(placed).toMatchObject({ default: [], perRequest: entries });
  expect(placed.wanted.map(({ source }) => source)).toEqual([
    ...["per-request", "environment", null, null, "per-request", "per-request"],
  ]);
  const fromEnvironment = headersInPlace("environment", expected, entries);
  expect([fromEnvironment.default, fromEnvironment.perRequest]).toEqual([[], []]);
});
