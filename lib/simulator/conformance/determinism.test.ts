// Does the same request get the same bytes, in every scenario?
import { describe, expect, test } from "vitest";
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

describe.each(scenarios.map((scenario) => [scenario.name, scenario] as const))("%s", (_, scenario) => {
  const withoutFaults = { ...scenario, faults: [] };

  test.each([false, true])("asked twice, stream: %s", async (stream) => {
    const simulator = createSimulator();
    const { bodies } = await play(simulator, withoutFaults);
    const path = registerInstantly(simulator, withoutFaults);
    for (const body of bodies.slice(0, 8)) {
      const first = await bytesOf(simulator, path, { ...body, stream });
      expect(await bytesOf(simulator, path, { ...body, stream })).toBe(first);
    }
  });

  test("with its faults, on two simulators", async () => {
    const [body = {}] = (await play(createSimulator(), withoutFaults)).bodies;
    const attempts = async () => {
      const simulator = createSimulator();
      const path = registerInstantly(simulator, scenario);
      const first = await bytesOf(simulator, path, { ...body, stream: true });
      return [first, await bytesOf(simulator, path, { ...body, stream: true })];
    };
    expect(await attempts()).toEqual(await attempts());
  });
});
