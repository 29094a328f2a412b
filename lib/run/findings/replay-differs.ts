// Did a recorded reply answer another request than the one it was recorded for?
import { replayDifferencesHeader } from "@/lib/protocol/replay-header";
import type { Finding } from "@/lib/protocol/run-summary";
import { linesOf } from "../header-lookup";
import type { Run } from "../run";
import { numberedRequests } from "./place-text";

/** One finding per request: each names the fields that differ. */
export function replayDiffers(run: Run): Finding[] {
  const { provider } = run.config ?? {};
  if (provider?.kind !== "recorded") return [];
  return numberedRequests(run).flatMap(({ request, number, turn }) => {
    const told = linesOf(request.response?.headers, replayDifferencesHeader)?.values[0]?.shown;
    if (told === undefined) return [];
    const fields = told.split(",").map((field) => `\`${decoded(field)}\``);
    return [
      {
        code: "replay-differs",
        severity: "info",
        message: `Request ${number} is not the one that its recorded reply answered: it differs in ${fields.join(", ")}.`,
        fix: `The reply is given all the same. Compare this run with ${provider.runId ?? "the recorded one"} to see both bodies; where they have to be alike, use the recorded run's setup.`,
        turnId: turn.turnId,
        requestId: request.requestId,
      },
    ];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
