import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/protocol/json-object";
import { requestKindsOf } from "./request-kind";
import { createEventBuilder } from "./testing/event-builder";
import { headerSet } from "./testing/example-headers";

type Sent = { body?: JsonObject; helper?: string; status?: number; attempt?: number };

function kindsOf(...requests: readonly Sent[]) {
  const log = createEventBuilder().turn();
  for (const { body = {}, helper, status = 200, attempt = 1 } of requests) {
    const headers = headerSet(
      ["accept", "*/*"],
      ...(helper === undefined ? [] : [["x-stainless-helper", helper] as const]),
    );
    log.request({ body: { messages: [], ...body }, headers, attempt }).reply({ status });
  }
  return [...requestKindsOf(log.run()).values()];
}

describe("the kind of a request", () => {
  it("is first, then follow-up, or retry where it is another attempt", () => {
    expect(kindsOf({ status: 529 }, { attempt: 2 }, {})).toEqual(["first", "retry", "follow-up"]);
  });

  it("is compaction where the SDK says so in a header or in the body", () => {
    expect(
      kindsOf({}, { helper: "BetaToolRunner, compaction" }, { body: { compaction: { type: "summarize" } } }),
    ).toEqual(["first", "compaction", "compaction"]);
  });

  it("is a thread replay where a continued thread was refused and the history leaves whole", () => {
    const continued = { body: { thread: { type: "continue", previous_message_id: "msg_1" } }, status: 404 };
    const created = { body: { thread: { type: "create" } } };
    expect(kindsOf(created, continued, { ...created, attempt: 2 })).toEqual([
      "first",
      "follow-up",
      "thread-replay",
    ]);
  });

  it("is a thread replay where the provider takes no threads at all", () => {
    expect(kindsOf({ body: { thread: { type: "create" } }, status: 400 }, { attempt: 2 })).toEqual([
      "first",
      "thread-replay",
    ]);
  });

  it("stays a retry where a thread's beginning was only refused for now", () => {
    const create = { body: { thread: { type: "create" } } };
    expect(kindsOf({ ...create, status: 429 }, { ...create, attempt: 2 })).toEqual(["first", "retry"]);
  });

  it("is count tokens by its path, and leaves the next request what it would be", () => {
    const log = createEventBuilder().turn();
    log.request({ url: "http://localhost:3000/simulator/v1/messages/count_tokens?beta=true" }).reply();
    expect([...requestKindsOf(log.request().run()).values()]).toEqual(["count-tokens", "first"]);
  });
});
