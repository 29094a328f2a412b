import { RotateCw } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { Mishap } from "@/lib/protocol/mishap";
import type { Finding } from "@/lib/protocol/run-summary";

/** What can be done about a finding with one press. */
export type Remedies = {
  readonly runWithout: (mishap: Mishap) => void;
  readonly runWithSentence: (sentence: string) => void;
};

/** Starts the run once more as the finding advises; nothing where it takes more than a press. */
export function RemedyButton({ finding, remedies }: { finding: Finding; remedies: Remedies }) {
  const { mishap, systemPrompt } = finding;
  if (mishap !== undefined) {
    return <Again onClick={() => remedies.runWithout(mishap)}>Run again without the mishap</Again>;
  }
  if (systemPrompt === undefined) return null;
  return <Again onClick={() => remedies.runWithSentence(systemPrompt)}>Run again with this sentence</Again>;
}

function Again({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <Button size="sm" onClick={onClick}>
      <RotateCw aria-hidden />
      {children}
    </Button>
  );
}
