import { RotateCw } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { Mishap } from "@/lib/protocol/mishap";

/** Starts the run once more without the mistake that caused the finding. */
export function RunWithoutButton({ mishap, onRunWithout }: { mishap: Mishap; onRunWithout: OnRunWithout }) {
  return (
    <Button size="sm" onClick={() => onRunWithout(mishap)}>
      <RotateCw aria-hidden />
      Run again without the mishap
    </Button>
  );
}

export type OnRunWithout = (mishap: Mishap) => void;
