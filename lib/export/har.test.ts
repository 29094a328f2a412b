import { describe, expect, it } from "vitest";
import { createEventBuilder } from "@/lib/run/testing/event-builder";
import { headerSet, secretHeader } from "@/lib/run/testing/example-headers";
import { harOf } from "./har";

const body = { model: "m", messages: [{ role: "user", content: "Hi" }] };
const sent = [
  ...headerSet(["X-Trace", "a b"], ["cookie", "made-up=1"]),
  ...secretHeader("x-api-key", "made-up"),
];

function twoAttempts() {
  const log = createEventBuilder()
    .turn()
    .at(10)
    .request({ body, headers: sent, url: "http://localhost/v1?a=1&b=" });
  log.at(30).responseStart(529).at(35);
  log.responseEnd({ body: { type: "error", error: { type: "overloaded_error", message: "Busy" } } });
  return log
    .at(50)
    .request({ attempt: 2, body, headers: sent })
    .at(90)
    .reply({ content: [{ type: "text", text: "Hello" }] });
}

describe("P19 har-default: the archive of a run", () => {
  const { entries, version, pages } = harOf(twoAttempts().run()).log;

  it("has an entry for each request, retries included, with times in milliseconds", () => {
    expect([version, pages.length, entries.length]).toEqual(["1.2", 1, 2]);
    expect(entries[0]).toMatchObject({ time: 25, timings: { send: 0, wait: 20, receive: 5 } });
    expect(entries[1]?.comment).toContain("attempt 2");
  });

  it("has headers in order, the query and the body as they were sent, and the answer", () => {
    const [first, second] = entries;
    expect(first?.request.queryString).toEqual([
      { name: "a", value: "1" },
      { name: "b", value: "" },
    ]);
    expect(JSON.parse(first?.request.postData?.text ?? "")).toEqual(body);
    expect(first?.response).toMatchObject({ status: 529 });
    expect(JSON.parse(first?.response.content.text ?? "")).toMatchObject({ error: { message: "Busy" } });
    expect(JSON.parse(second?.response.content.text ?? "")).toMatchObject({ content: [{ text: "Hello" }] });
  });

  it("shows redacted values as their placeholder, and goes without cookies", () => {
    const names = entries[0]?.request.headers.map((pair) => pair.name);
    expect(names).toEqual(["X-Trace", "x-api-key"]);
    expect(entries[0]?.request.headers.at(-1)?.value).toBe(sent.at(-1)?.[1].shown);
  });

  it("is made of a run that goes on, too", () => {
    const going = createEventBuilder().turn().request({ body }).soFar();
    expect(harOf(going).log.entries[0]?.response).toMatchObject({ status: 0, headers: [] });
  });
});
