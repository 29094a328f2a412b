// What does a loop do after a reply, judged by its stop reason?

/**
 * - `run-tools`: execute the calls, send all results in one user message
 * - `resume`: append the reply and send the conversation again as it is
 * - `more-room`: the reply was cut; a cut tool call is asked for again with more tokens, never executed
 * - `stop`: the run is over
 */
export type NextStep = "run-tools" | "resume" | "more-room" | "stop";

/**
 * Stop reasons of the Messages API and what each asks of a loop (Messages API, "Handling stop reasons"). A reason this
 * version does not know ends the run: going on with a reply that is not understood could repeat it for ever.
 */
export function nextStep(stopReason: string | null): NextStep {
  switch (stopReason) {
    case "tool_use":
      return "run-tools";
    case "pause_turn":
    case "compaction":
      return "resume";
    case "max_tokens":
      return "more-room";
    case "end_turn":
    case "stop_sequence":
    case "refusal":
    case "model_context_window_exceeded":
      return "stop";
    default:
      return "stop";
  }
}
