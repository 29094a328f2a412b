import { describe, expect, it } from "vitest";
import type { HeaderSet } from "@/lib/protocol/header-set";
import type { RunConfig } from "@/lib/protocol/run-config";
import { headerHops, hopContexts } from "./header-hops";
import { createEventBuilder } from "./testing/event-builder";
import { configuredHeader, headerSet } from "./testing/example-headers";

const asked = {
  headers: { default: [configuredHeader("X-Team_Name", "blue")], perRequest: [], environment: [] },
};

/** `[name, change at each point, who caused a renaming]` of each header of one request. */
function hops(points: { headers: HeaderSet; wire: HeaderSet }, config: Partial<RunConfig> = {}) {
  const run = createEventBuilder({ ...asked, ...config })
    .turn()
    .request(points)
    .reply()
    .endTurn()
    .run();
  const request = run.turns[0]?.requests[0];
  if (request === undefined) throw new Error("there is no request");
  return headerHops(request, hopContexts(run)(request.requestId)).map(({ name, cells }) => [
    name,
    cells.map(({ change }) => change).join(" "),
    cells.find(({ change }) => change === "renamed")?.cause?.by ?? "",
  ]);
}

describe("the case of a name", () => {
  it("is not said to change at fetch, nor after it, where a Headers object hides it", () => {
    const headers = headerSet(["accept", "*/*"], ["x-team_name", "blue"]);
    const wire = headerSet(["X-Team_Name", "blue"], ["Accept", "*/*"]);
    expect(hops({ headers, wire })).toEqual([
      ["X-Team_Name", "same same same", ""],
      ["Accept", "absent added same", ""],
    ]);
  });

  it("is the SDK's doing where it left in another case than it was asked for in", () => {
    const both = headerSet(["accept", "*/*"], ["x-team_name", "blue"]);
    expect(hops({ headers: both, wire: both }, { engine: { kind: "ai-sdk" } })).toEqual([
      ["accept", "absent added same", ""],
      ["x-team_name", "same same renamed", "The AI SDK"],
    ]);
  });

  it("is compared at each point where fetch shows it", () => {
    const headers = headerSet(["X-Team_Name", "blue"], ["Accept", "*/*"]);
    const wire = headerSet(["x-team_name", "blue"], ["Accept", "*/*"]);
    expect(hops({ headers, wire })).toEqual([
      ["x-team_name", "same same renamed", "The HTTP client"],
      ["Accept", "absent added same", ""],
    ]);
  });
});
