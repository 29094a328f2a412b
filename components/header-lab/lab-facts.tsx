"use client";
import { CircleCheck, CircleDashed, CircleX } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { useLab } from "@/lib/client/lab-results";
import type { PlannedCell } from "@/lib/run/header-check/check-cell";
import { type CheckFact, checkFacts, type FactState, factState } from "@/lib/run/header-check/check-facts";
import { verdictOf } from "./lab-summary";

const looks: Readonly<Record<FactState["state"], { Icon: typeof CircleCheck; className: string }>> = {
  open: { Icon: CircleDashed, className: "text-subtle" },
  holds: { Icon: CircleCheck, className: "text-kind-result-text" },
  contradicted: { Icon: CircleX, className: "text-kind-error-text" },
};

/** What is known of the published packages, and whether the cells at hand show it. Pressed, a fact marks its cells. */
export function LabFacts({
  planned,
  highlighted,
  onHighlight,
}: {
  planned: readonly PlannedCell[];
  highlighted: string | null;
  onHighlight: (factId: string | null) => void;
}) {
  const results = useLab((lab) => lab.results);
  return (
    <section aria-labelledby="lab-facts" className="px-3 py-2.5">
      <h2 id="lab-facts" className="text-xs font-medium">
        Known facts
      </h2>
      <p className="mt-0.5 mb-1.5 text-2xs text-subtle">
        Measured with the published packages; each run checks them anew.
      </p>
      <ul className="-mx-1.5 flex flex-col">
        {checkFacts.map((fact) => (
          <li key={fact.id}>
            <Fact
              fact={fact}
              state={factState(fact, planned, ({ id }) => verdictOf(results[id]))}
              pressed={highlighted === fact.id}
              onPress={() => onHighlight(highlighted === fact.id ? null : fact.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Fact({
  fact,
  state,
  pressed,
  onPress,
}: {
  fact: CheckFact;
  state: FactState;
  pressed: boolean;
  onPress: () => void;
}) {
  const { Icon, className } = looks[state.state];
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={classNames(
        "flex w-full gap-1.5 rounded-md px-1.5 py-1 text-left text-xs hover:bg-hover",
        pressed && "bg-selected",
      )}
    >
      <Icon aria-hidden className={classNames("mt-0.5 size-3.5 shrink-0", className)} />
      <span className="min-w-0">
        <span className="block text-ink">{fact.text}</span>
        <span className={classNames("block text-2xs", className)}>{stateText(state)}</span>
      </span>
    </button>
  );
}

function stateText({ state, cells, answered, agreeing }: FactState): string {
  if (cells === 0) return "not among the chosen cells";
  if (state === "open") return cells === 1 ? "1 cell, not run yet" : `${cells} cells, not run yet`;
  const of = `${agreeing} of ${answered} ${answered === 1 ? "cell" : "cells"}`;
  return state === "holds" ? `reproduced by ${of}` : `contradicted: only ${of} agree`;
}
