import { describe, expect, it } from "vitest";
import { callOrderOf } from "@/lib/run/call-order";
import { draftInOrder, ordersOf } from "./draft-order";
import { draftRequest } from "./draft-request";
import { defaultDraft } from "./setup-draft";

describe("the orders of a setup", () => {
  it("are three for the manual loop, and each request asks for its own", () => {
    const orders = ordersOf(defaultDraft);
    expect(orders).toEqual(["parallel", "sequential", "one-a-turn"]);
    for (const order of orders) {
      const request = draftRequest(draftInOrder(defaultDraft, order), [], "");
      if (!request.ok) throw new Error(request.problem.message);
      const { execution = "parallel", toolChoice } = request.body;
      expect(callOrderOf({ execution, toolChoice })).toBe(order);
    }
  });

  it("leave out what the setup cannot do, or what changes nothing", () => {
    expect(ordersOf({ ...defaultDraft, engine: "tool-runner" })).toEqual(["parallel", "one-a-turn"]);
    expect(ordersOf({ ...defaultDraft, scenario: "hundred-turns" })).toEqual(["parallel", "sequential"]);
    expect(ordersOf({ ...defaultDraft, toolChoice: "none" })).toEqual(["parallel", "sequential"]);
  });
});
