// Does a script answer on its conditions, asked as a client asks?

import { expect, test } from "vitest";
import { createSimulator } from "../simulator";
import { bodyWith, messageFrom } from "../testing/ask";
import { noPace } from "../testing/play-scenario";

test("a request that fits a condition gets that reply, any other the one of its turn", async () => {
  const simulator = createSimulator();
  simulator.registerScript("picky", {
    turns: [
      { content: [{ type: "text", text: "By turn." }] },
      { when: { mentions: "lisbon" }, content: [{ type: "text", text: "By condition." }] },
    ],
    pace: noPace,
  });
  const answer = async (prompt: string) =>
    (
      await messageFrom(simulator, {
        path: "/~picky/v1/messages",
        body: bodyWith({ messages: [{ role: "user", content: prompt }] }),
      })
    ).content[0]?.text;
  expect([await answer("Paris"), await answer("Lisbon")]).toEqual(["By turn.", "By condition."]);
});
