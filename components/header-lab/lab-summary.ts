// What have the runs of the lab come to, in one sentence?
import type { LabResult } from "@/lib/client/lab-results";
import type { PlannedCell } from "@/lib/run/header-check/check-cell";
import { checkFacts, type FactState, factState } from "@/lib/run/header-check/check-facts";
import { type CheckVerdict, checkFates } from "@/lib/run/header-check/check-verdict";
import { fateWords } from "@/lib/run/header-check/verdict-text";
import { countOf } from "@/lib/run/quantity-text";

/** @returns how many of the known facts the cells at hand show so far; empty before the first */
export function factsSummary(
  planned: readonly PlannedCell[],
  results: Readonly<Record<string, LabResult>>,
): string {
  const states = checkFacts.map(
    (fact) => factState(fact, planned, (cell) => verdictOf(results[cell.id])).state,
  );
  const count = (wanted: FactState["state"]) => states.filter((state) => state === wanted).length;
  if (count("open") === states.length) return "";
  const against = count("contradicted");
  const shown = `${count("holds")} of ${countOf(states.length, "known fact")} reproduced`;
  return against === 0 ? shown : `${shown}, ${against} contradicted`;
}

/** @returns null where there is no answer yet */
export function verdictOf(result: LabResult | undefined): CheckVerdict | null {
  return result?.status === "ended" ? result.verdict : null;
}

/** @returns the cells at hand counted by what they say, from bad to good */
export function labSummary(
  planned: readonly PlannedCell[],
  results: Readonly<Record<string, LabResult>>,
): string {
  if (planned.length === 0) return "Nothing to run: choose at least one of each.";
  const known = planned.flatMap(({ id }) => results[id] ?? []);
  const counts = checkFates.flatMap((fate) => {
    const count = known.filter((each) => each.status === "ended" && each.verdict.fate === fate).length;
    return count === 0 ? [] : [`${count} ${fateWords[fate]}`];
  });
  const broken = known.filter(({ status }) => status === "refused" || status === "unreadable").length;
  const parts = [...counts, ...(broken === 0 ? [] : [`${broken} without an answer`])];
  if (parts.length > 0) return `${parts.join(", ")} of ${planned.length}`;
  return known.length > 0
    ? "The first answers are on their way."
    : `${countOf(planned.length, "run")} against the simulator, four at a time: no key, no cost.`;
}
