// What does the two hundredth turn cost more than the tenth, where both send a request of the same size?
import { toolscopeRun } from "./contenders.mjs";

const early = 10;
const late = 200;
/** Turns on either side that count as well: a single one lasts a few milliseconds. */
const around = 5;

/** What the stub is started with: few deltas and one call a turn, and some turns after the last that counts. */
export const longLoopStub = [20, 1, late + around + 2];

/**
 * A run from the beginning, and one that is given the turns before it as its history: its tenth turn then sends what the
 * other's two hundredth does. They take turns, so that whatever else the machine does falls on both alike.
 *
 * @returns for each round how long a turn took on average, in milliseconds
 */
export async function measureLongLoop(origin, baseURL, tool, rounds) {
  const whole = { messages: [{ role: "user", content: "Go" }] };
  const history = historyOf(late - early);
  const costs = { early: [], late: [] };
  for (let round = -1; round < rounds; round += 1) {
    const run = async (setup, turn) => {
      const { text } = await toolscopeRun(origin, baseURL, [tool], { ...setup, limits: { maxTurns: 1_000 } });
      return turnMs(text, turn);
    };
    const lateMs = await run(whole, late);
    const earlyMs = await run({ messages: history }, early);
    if (round < 0) continue;
    costs.late.push(lateMs);
    costs.early.push(earlyMs);
  }
  return costs;
}

/** What the stub would have said and been told in so many turns. */
function historyOf(turns) {
  return [
    { role: "user", content: "Go" },
    ...Array.from({ length: turns }, (_, turn) => {
      const id = `toolu_${turn}_0`;
      const text = Array.from({ length: 20 }, (_each, index) => ` word${index % 97}`).join("");
      return [
        {
          role: "assistant",
          content: [
            { type: "text", text },
            { type: "tool_use", id, name: "lookup", input: { key: "k0" } },
          ],
        },
        { role: "user", content: [{ type: "tool_result", tool_use_id: id, content: "value of k0" }] },
      ];
    }).flat(),
  ];
}

/** From where a turn began to where the next one did, on the average of those around it. */
function turnMs(text, turn) {
  const starts = [...text.matchAll(/^data: (\{.*"type":"turn-start".*)$/gm)].map(
    ([, line]) => JSON.parse(line).at,
  );
  const from = starts[turn - 1 - around];
  const to = starts[turn - 1 + around];
  if (from === undefined || to === undefined)
    throw new Error(`the run has ${starts.length} turns, not ${turn + around}`);
  return (to - from) / (2 * around);
}
