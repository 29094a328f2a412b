import { describe, expect, it } from "vitest";
import { headerExplanation } from "./header-explanations";

describe("the explanation of a header", () => {
  it("does not depend on the case of its name", () => {
    expect(headerExplanation("X-Stainless-Retry-Count")).toMatch(/retry/i);
    expect(headerExplanation("ANTHROPIC-BETA")).toBe(headerExplanation("anthropic-beta"));
  });

  it("falls back to the family of a name", () => {
    expect(headerExplanation("anthropic-ratelimit-tokens-remaining")).toMatch(/rate limit/);
    expect(headerExplanation("cf-aig-something-new")).toMatch(/Cloudflare AI Gateway/);
  });

  it("says nothing of a header it does not know, whatever its name", () => {
    expect([headerExplanation("x-team"), headerExplanation("constructor"), headerExplanation("")]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
