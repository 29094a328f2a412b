// Which replies broke off in the middle of a tool call?
import type { Finding } from "@/lib/protocol/run-summary";
import type { MessageDraft } from "../message-draft";
import type { Run } from "../run";

/** A call that was cut is never executed: its input is not what the model meant. */
export function cutToolCall(run: Run): Finding[] {
  return run.turns.flatMap((turn) =>
    turn.requests.flatMap((request) => {
      const { response } = request;
      const message = response?.message ?? null;
      if (message === null || response?.endAt == null) return [];
      const ranOut = message.fields.stop_reason === "max_tokens";
      const block = message.blocks.at(-1);
      if (block?.value.type !== "tool_use" || !(ranOut || isBroken(message))) return [];
      return [
        {
          code: "cut-tool-call",
          severity: "warning",
          message: `The call of ${String(block.value.name)} in turn ${turn.index + 1} was cut ${ranOut ? "by max_tokens" : "with the stream"} and was not executed.`,
          fix: ranOut
            ? "Raise maxTokens: the input of the call did not fit."
            : "The connection ended inside the reply: try again, and look for a proxy that cuts or buffers streams.",
          turnId: turn.turnId,
          requestId: request.requestId,
        },
      ];
    }),
  );
}

function isBroken(message: MessageDraft): boolean {
  return !message.closed && message.blocks.at(-1)?.closed === false;
}
