// Does any prompt, however odd and long, get its answer in no time?

import { expect, test } from "vitest";
import { createSimulator } from "../simulator";
import { bodyWith, messageFrom } from "../testing/ask";
import { playgroundTools, unheardTools } from "../testing/tools";

const simulator = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });

test.each([
  "A",
  "Aa ",
  "in Aa, ",
  "in Aa and ",
  "from A to B ",
  "1",
  "1, ",
  "1 + ",
  "a 1, ",
  ", and ",
  "what ",
  '"',
  "“a” ",
  "subject ",
  "a@b.c",
  "a@",
  "(",
  "\\",
  " ",
  "\n",
  "it. ",
  "USD to ",
  "one of: a, ",
  "weather in Paris and the time in ",
])("%j a hundred thousand times over", async (piece) => {
  const content = `weather chart email flights convert sum wait ${piece.repeat(100_000)} end`;
  const startedAt = performance.now();
  await messageFrom(simulator, {
    body: bodyWith({ tools: [...playgroundTools, ...unheardTools], messages: [{ role: "user", content }] }),
  });
  expect(performance.now() - startedAt).toBeLessThan(3_000);
});
