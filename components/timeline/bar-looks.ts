// How does each part of a bar look?
import type { BarPhase } from "@/lib/run/timeline-layout";

export const barLooks: Readonly<Record<BarPhase | "failed", string>> = {
  waiting: "bg-kind-waiting-soft bg-hatched",
  streaming: "bg-kind-request",
  calling: "bg-kind-tool",
  person: "bg-kind-waiting-soft bg-hatched",
  bracket: "",
  failed: "bg-kind-error",
};
