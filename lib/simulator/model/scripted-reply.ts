// What does a script say on this turn?

import type { Script } from "../script/script";
import type { Reply } from "./reply";

/** The reply of a turn (from 0). Past the end of the script the reply says so and ends the turn. */
export function scriptedReply(script: Script, turn: number): Reply {
  const entry = script.turns[turn];
  if (entry === undefined) {
    const length = script.turns.length;
    const text = `The script ends here: it has ${length} ${length === 1 ? "turn" : "turns"}, and this would be turn ${turn + 1}.`;
    return { content: [{ type: "text", text }], stopReason: "end_turn" };
  }
  const hasCall = entry.content.some((block) => block.type === "tool_use");
  return {
    content: entry.content,
    stopReason: entry.stop_reason ?? (hasCall ? "tool_use" : "end_turn"),
    ...(entry.stop_sequence !== undefined && { stopSequence: entry.stop_sequence }),
    ...(entry.stop_details !== undefined && { stopDetails: entry.stop_details }),
    ...(entry.container !== undefined && { container: entry.container }),
    ...(entry.usage !== undefined && { usage: entry.usage }),
    ...(entry.delayMs !== undefined && { delayMs: entry.delayMs }),
    ...(entry.tokensPerSecond !== undefined && { tokensPerSecond: entry.tokensPerSecond }),
  };
}
