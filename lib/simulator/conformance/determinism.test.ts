// Does the same request get the same bytes, in every scenario?
import { beforeAll, describe, expect, test } from "vitest";
import { scenarios } from "../scenarios";
import { createSimulator } from "../simulator";
import { ask, chunksOf } from "../testing/ask";
import { play, registerInstantly } from "../testing/play-scenario";

type Simulator = ReturnType<typeof createSimulator>;

/** Status, headers and body, read to the end or to where the simulator broke off. */
async function bytesOf(simulator: Simulator, path: string, body: object): Promise<string> {
  const response = await ask(simulator, { path, body });
  return JSON.stringify([response.status, response.headers, (await chunksOf(response)).join("")]);
}

/** Each scenario is played once for all tests: the longest has a hundred turns. */
const bodies = new Map<string, readonly Record<string, unknown>[]>();

beforeAll(async () => {
  for (const scenario of scenarios)
    bodies.set(scenario.name, (await play(createSimulator(), { ...scenario, faults: [] })).bodies);
});

describe.each(scenarios.map((scenario) => [scenario.name, scenario] as const))("%s", (name, scenario) => {
  test.each([false, true])("asked twice, stream: %s", async (stream) => {
    const simulator = createSimulator();
    const path = registerInstantly(simulator, { ...scenario, faults: [] });
    const sent = bodies.get(name) ?? [];
    expect(sent.length).toBeGreaterThan(0);
    for (const body of [...sent.slice(0, 8), ...sent.slice(8).slice(-1)]) {
      const first = await bytesOf(simulator, path, { ...body, stream });
      expect(await bytesOf(simulator, path, { ...body, stream })).toBe(first);
    }
  });

  test("with its faults, on two simulators", async () => {
    const body = bodies.get(name)?.[0];
    const attempts = async () => {
      const simulator = createSimulator();
      const path = registerInstantly(simulator, scenario);
      const first = await bytesOf(simulator, path, { ...body, stream: true });
      return [first, await bytesOf(simulator, path, { ...body, stream: true })];
    };
    expect(await attempts()).toEqual(await attempts());
  });
});
