// What does a cell of the lab say, by how it stands?
import type { LabResult } from "@/lib/client/lab-results";
import type { CheckCell } from "@/lib/run/header-check/check-cell";
import type { CheckFate, CheckVerdict } from "@/lib/run/header-check/check-verdict";
import { followUpText, headerVerdictText, verdictText } from "@/lib/run/header-check/verdict-text";

/** How a cell looks. Those of a verdict are its fates. */
export type CellLook = CheckFate | "idle" | "waiting" | "running" | "stopped" | "not-applicable" | "broken";

export type CellWords = {
  readonly look: CellLook;
  /** A few words. */
  readonly text: string;
  /** Why, in one sentence; empty where there is nothing to explain. */
  readonly why: string;
  /** Whole sentences, for whoever wants to know more. */
  readonly details: readonly string[];
  readonly fixes: readonly string[];
  /** The first request that is not as it should be. */
  readonly requestId: string | null;
};

export function resultOf(cell: CheckCell, results: Readonly<Record<string, LabResult>>): LabResult | null {
  return cell.status === "planned" ? (results[cell.id] ?? null) : null;
}

export function cellWords(cell: CheckCell, result: LabResult | null): CellWords {
  if (cell.status === "not-applicable") return plain("not-applicable", "not applicable", cell.reason);
  switch (result?.status) {
    case undefined:
      return plain("idle", "not run yet", "");
    case "waiting":
      return plain("waiting", "waiting", "");
    case "starting":
    case "running":
      return plain("running", "running", "");
    case "stopped":
      return plain("stopped", "stopped", "");
    case "refused":
      return plain("broken", "not started", result.message);
    case "unreadable":
      return plain("broken", "cannot be read", result.message);
    case "ended":
      return verdictWords(result.verdict);
  }
}

/** @returns the cell as a whole sentence: `"Tool runner 0.63.1, Per-request headers, Direct: lost on …"` */
export function cellName({ labels }: CheckCell, { text }: CellWords): string {
  return `${labels.engine} ${labels.version}, ${labels.kind}, ${labels.route}: ${text}`;
}

function plain(look: CellLook, text: string, why: string): CellWords {
  return { look, text, why, details: why === "" ? [] : [why], fixes: [], requestId: null };
}

function verdictWords(verdict: CheckVerdict): CellWords {
  const { fate, headers, error, followUp } = verdict;
  const breaks = headers.flatMap((header) => header.breaks);
  const thread = followUp === null ? null : followUpText(followUp);
  const causes = breaks.flatMap(({ cause }) => cause?.why ?? []);
  const notes = headers.flatMap(({ note }) => (note === "" ? [] : [note]));
  return {
    look: fate,
    text: verdictText(verdict),
    why: causes[0] ?? error?.message ?? thread ?? notes[0] ?? "",
    details: [
      ...(error === null ? [] : [error.message]),
      ...headers.map((header) => headerVerdictText(header, verdict)),
      ...(thread === null ? [] : [thread]),
    ],
    fixes: [
      ...new Set([
        ...breaks.flatMap(({ cause }) => cause?.fix ?? []),
        ...(error?.fix === undefined ? [] : [error.fix]),
      ]),
    ],
    requestId: breaks[0]?.requestId ?? null,
  };
}
