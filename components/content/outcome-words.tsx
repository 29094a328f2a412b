import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleStop,
  CircleUserRound,
  CircleX,
  Gauge,
  TriangleAlert,
  Unplug,
} from "lucide-react";
import type { ReactNode } from "react";
import { Spinner } from "@/components/ui/spinner";
import type { RunStatus } from "@/lib/client/run-status";

type Words = { readonly word: string; readonly icon: ReactNode; readonly tone: string };

const words: Record<RunStatus, Words> = {
  none: { word: "Ready", icon: <CircleDashed />, tone: "text-subtle" },
  opening: { word: "Starting", icon: <Spinner />, tone: "text-kind-request-text" },
  running: { word: "Running", icon: <Spinner />, tone: "text-kind-request-text" },
  waiting: { word: "Waiting for you", icon: <CircleUserRound />, tone: "text-kind-waiting-text" },
  completed: { word: "Completed", icon: <CircleCheck />, tone: "text-kind-result-text" },
  "turn-limit": { word: "Turn limit", icon: <Gauge />, tone: "text-kind-waiting-text" },
  stopped: { word: "Stopped", icon: <CircleStop />, tone: "text-kind-waiting-text" },
  failed: { word: "Failed", icon: <CircleX />, tone: "text-kind-error-text" },
  interrupted: { word: "Interrupted", icon: <Unplug />, tone: "text-kind-waiting-text" },
  lost: { word: "Incomplete", icon: <Unplug />, tone: "text-kind-waiting-text" },
  "not-found": { word: "Not found", icon: <Ban />, tone: "text-kind-error-text" },
};

/** How a run stands: a word, an icon and a colour, always together. */
export function outcomeWords(status: RunStatus): Words {
  return words[status];
}

/** The icon and the word of a run's status. `unfinished`: the run completed, its answer did not. */
export function OutcomeLabel({ status, unfinished }: { status: RunStatus; unfinished: boolean }) {
  const { word, icon, tone } = unfinished
    ? { ...words[status], icon: <TriangleAlert />, tone: "text-kind-waiting-text" }
    : words[status];
  return (
    <span className={`inline-flex items-center gap-1.5 font-medium [&_svg]:size-3.5 ${tone}`}>
      {icon}
      {word}
    </span>
  );
}
