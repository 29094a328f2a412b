"use client";
import { Columns3 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { ordersOf } from "@/lib/client/draft-order";
import { executions } from "@/lib/client/setup-draft";
import { editSetup, useSetup } from "@/lib/client/setup-store";
import { submitInEachOrder } from "@/lib/client/submit-setup";
import { callOrderTexts } from "@/lib/run/call-order";
import { goToProblem } from "./go-to-problem";

const executionNames = { parallel: "Parallel", sequential: "Sequential" };

/** How the loop runs the calls of one reply, and a way to see what that is worth. */
export function ExecutionField() {
  const execution = useSetup(({ draft }) => draft.execution);
  const starting = useSetup((state) => state.starting);
  const orders = ordersOf(useSetup(({ draft }) => draft));
  return (
    <div className="flex flex-col gap-1">
      <span className="text-xs font-medium text-muted" aria-hidden>
        Execution of a batch
      </span>
      <SegmentedControl
        label="Execution"
        value={execution}
        onValueChange={(next) => editSetup({ execution: next })}
        options={executions.map((value) => ({ value, label: executionNames[value] }))}
        className="w-full"
      />
      {orders.length > 1 && (
        <Button
          size="sm"
          variant="ghost"
          className="-ml-2 self-start"
          aria-disabled={starting}
          title={`Starts ${orders.length} runs of this setup: ${orders.map((order) => callOrderTexts[order]).join(", ")}`}
          onClick={() => void runInEachOrder()}
        >
          <Columns3 aria-hidden />
          Run in each order, side by side
        </Button>
      )}
    </div>
  );
}

async function runInEachOrder(): Promise<void> {
  if (!(await submitInEachOrder())) goToProblem();
}
