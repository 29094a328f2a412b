import { describe, expect, it } from "vitest";
import { liveFindings, liveHeaderMatrix } from "./live-selectors";
import { reduceRun } from "./reduce-run";
import { createEventBuilder } from "./testing/event-builder";
import { headerSet } from "./testing/example-headers";

const start = { type: "message_start", message: { type: "message", content: [] } };
const text = { type: "content_block_start", index: 0, content_block: { type: "text", text: "a" } };

describe("a selector of a streaming run", () => {
  it("gives the very same result while only text arrives", () => {
    const log = createEventBuilder({ expectations: ["x-a"] })
      .turn()
      .request()
      .responseStart()
      .chunk(start);
    const before = log.soFar();
    const after = log.chunk(text).events().reduce(reduceRun, before);
    expect(after).not.toBe(before);
    expect(liveFindings(after)).toBe(liveFindings(before));
    expect(liveHeaderMatrix(after, ["fetch"])).toBe(liveHeaderMatrix(before, ["fetch"]));
  });

  it("notices what it reads: a header set, the end of a call, the end of a response, another point", () => {
    const log = createEventBuilder({ expectations: ["x-a"] })
      .turn()
      .request({ headers: headerSet(["x-a", "1"]) });
    expect(liveFindings(log.soFar())).toEqual([]);
    const stateAt = (point: "fetch" | "wire") =>
      liveHeaderMatrix(log.soFar(), [point]).groups[0]?.rows[0]?.cells[0]?.state;
    expect(stateAt("fetch")).toBe("same");
    expect(stateAt("wire")).toBe("unobserved");
    log.observed("wire", []);
    expect(liveFindings(log.soFar()).map((finding) => finding.code)).toEqual(["expected-header-missing"]);
    expect(stateAt("wire")).toBe("missing");
    log.responseStart().responseEnd().batch().call("a").endCall("a", { isError: true });
    expect(liveFindings(log.soFar()).map((finding) => finding.code)).toContain("tool-failed");
  });
});
