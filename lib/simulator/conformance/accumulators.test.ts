// Does the stream accumulator of each SDK make of a stream what is answered without one, in every scenario?
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canonicalJson } from "../json/canonical-json";
import { scenarios } from "../scenarios";
import { createSimulator } from "../simulator";
import { play } from "../testing/play-scenario";
import { serveSimulator } from "../testing/simulator-server";
import { versions } from "./testing/clients";

const simulator = createSimulator();
let server: Awaited<ReturnType<typeof serveSimulator>>;
const bodies = new Map<string, readonly Record<string, unknown>[]>();

/** Those that leave nothing out of the reply. */
const harmless = ["stall", "unknown-event"];

beforeAll(async () => {
  server = await serveSimulator(simulator);
  for (const { faults = [], ...scenario } of scenarios) {
    const whole = { ...scenario, faults: faults.filter(({ kind }) => harmless.includes(kind)) };
    const sent = (await play(simulator, whole)).bodies;
    bodies.set(scenario.name, sent.length > 20 ? [...sent.slice(0, 3), ...sent.slice(-3)] : sent);
  }
});
afterAll(() => server.close());

/**
 * What the published accumulators of these versions lose, whoever answers: of `message_delta` they take over the stop
 * reason and the counters they know, and a list that was cut in a call's input they read less far.
 */
const forgetful = ["0.63.1", "0.80.0"];

describe.each(versions)("SDK $version", ({ version, client }) => {
  test.each(scenarios.map(({ name }) => name))("%s", async (name) => {
    const sdk = client(`${server.baseURL}/~test-${name}`);
    const sent = bodies.get(name) ?? [];
    expect(sent.length).toBeGreaterThan(0);
    const compared = forgetful.includes(version) ? known : plain;
    for (const body of sent) {
      const whole = await sdk.messages.create(body);
      const streamed = await sdk.messages.stream(body).finalMessage();
      expect(compared(streamed)).toBe(compared(whole));
    }
  });
});

type Fields = Record<string, unknown>;

/** Without what the SDK adds on its own, and whatever the order of keys. */
function plain(message: object, leaveOut: (rest: Fields) => void = () => undefined): string {
  const { parsed_output: _parsed, ...rest } = JSON.parse(JSON.stringify(message));
  leaveOut(rest);
  return canonicalJson(rest);
}

function known(message: object): string {
  return plain(message, (rest) => {
    delete rest.stop_details;
    delete rest.container;
    delete Object(rest.usage).output_tokens_details;
    if (rest.stop_reason === "max_tokens" && Array.isArray(rest.content))
      delete Object(rest.content.at(-1)).input;
  });
}
