// Does leaving out the rules that a request cannot break leave out none that it does break?

import { expect, test } from "vitest";
import type { MessagesRequest } from "../api/messages-request";
import { modelById } from "../api/model-catalogue";
import { createShape } from "../shape/request-shapes";
import { firstShapeProblem } from "../shape/shape-problem";
import { bodyMaker } from "../testing/mutate";
import { allCases } from "./cases/all-cases";
import { factRules, firstFactBreach } from "./fact-rules";
import type { RequestFacts } from "./request-facts";
import { firstBreach } from "./rule";

/** A well-shaped body as the rules see it, with no beta; undefined where it does not get as far. */
function factsOf(value: unknown): RequestFacts | undefined {
  if (firstShapeProblem(value, createShape) !== undefined) return undefined;
  // The shapes have just been held against the value, and they describe this type.
  const request = value as MessagesRequest;
  const model = modelById(request.model);
  return model && { endpoint: "create", version: "2023-06-01", betas: [], model, request };
}

const ownBodies = allCases.flatMap(({ breaks, keeps }) =>
  [breaks, keeps].flatMap((asking) => (typeof asking === "function" ? [] : [asking.body])),
);

test("of every case of the rulebook", () => {
  const all = ownBodies.map(factsOf).filter((facts) => facts !== undefined);
  expect(all.length).toBeGreaterThan(200);
  for (const facts of all) expect(firstFactBreach(facts)).toEqual(firstBreach(factRules, facts));
});

test("of 10,000 bodies grown from those cases", () => {
  const grown = ownBodies.filter((body) => JSON.stringify(body ?? null).length < 5_000);
  const nextBody = bodyMaker(
    "facts",
    grown.flatMap((body) => (typeof body === "object" && body !== null ? [body] : [])),
  );
  let judged = 0;
  for (let index = 0; index < 10_000; index++) {
    const text = nextBody(index);
    const facts = factsOf(parsed(text));
    if (facts === undefined) continue;
    judged += 1;
    expect(firstFactBreach(facts), text).toEqual(firstBreach(factRules, facts));
  }
  expect(judged).toBeGreaterThan(1_000);
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
