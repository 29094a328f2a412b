import { Ban, CircleCheck, CircleDashed, CircleUserRound, CircleX, Ellipsis } from "lucide-react";
import { Spinner } from "@/components/ui/spinner";
import type { CallState } from "@/lib/run/transcript-view";

export const callStateWords: Readonly<Record<CallState, string>> = {
  arriving: "input arriving",
  ready: "ready to run",
  running: "running",
  waiting: "waiting for a person",
  done: "done",
  failed: "failed",
  "not-run": "not executed",
};

/** The state of a tool call as an icon with a name. */
export function CallStateIcon({ state }: { state: CallState }) {
  const label = callStateWords[state];
  switch (state) {
    case "arriving":
      return <Ellipsis role="img" aria-label={label} className="size-3.5 animate-breathe text-kind-tool" />;
    case "ready":
      return <CircleDashed role="img" aria-label={label} className="size-3.5 text-kind-tool" />;
    case "running":
      return <Spinner label={label} className="size-3.5 text-kind-tool" />;
    case "waiting":
      return (
        <CircleUserRound
          role="img"
          aria-label={label}
          className="size-3.5 animate-breathe text-kind-waiting"
        />
      );
    case "done":
      return <CircleCheck role="img" aria-label={label} className="size-3.5 text-kind-result" />;
    case "failed":
      return <CircleX role="img" aria-label={label} className="size-3.5 text-kind-error" />;
    case "not-run":
      return <Ban role="img" aria-label={label} className="size-3.5 text-kind-waiting" />;
    default:
      return state satisfies never;
  }
}
