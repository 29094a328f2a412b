// What can a person do with runs and files, by button or by dropping?
import { notify } from "@/components/ui/toast-queue";
import { exportRuns } from "@/lib/client/export-runs";
import { type FileImport, importFile } from "@/lib/client/import-file";
import { refreshHistory } from "@/lib/client/run-history";
import { activate } from "@/lib/client/run-picks";
import type { RunExport } from "@/lib/protocol/run-import";
import { countOf } from "@/lib/run/quantity-text";

/** Saves runs as one file, named after the run or the day. */
export async function saveRuns(wanted: RunExport): Promise<void> {
  const only = wanted.ids?.length === 1 ? wanted.ids[0] : undefined;
  const day = new Date().toISOString().slice(0, 10);
  const problem = await exportRuns(wanted, `${only ?? `toolscope-runs-${day}`}.jsonl`);
  if (problem !== null) notify({ title: "The runs could not be exported", detail: problem, tone: "error" });
}

/** Brings the runs of these files in, and says what became of them. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  for (const file of files) {
    const result = await importFile(file);
    tell(file.name, result);
    const newest = result.imported.at(-1);
    if (newest !== undefined) activate(newest);
    await refreshHistory();
  }
}

function tell(name: string, { imported, present, hidden, problems }: FileImport): void {
  const [problem] = problems;
  if (problem !== undefined) {
    const others = problems.length > 1 ? ` (and ${countOf(problems.length - 1, "more run")})` : "";
    const rest = imported.length > 0 ? ` ${countOf(imported.length, "other run")} imported.` : "";
    notify({ title: `${name}: a run is refused`, detail: `${problem}${others}.${rest}`, tone: "error" });
    return;
  }
  const parts = [
    ...(present > 0 ? [`${countOf(present, "run")} here already`] : []),
    ...(hidden > 0 ? [`${countOf(hidden, "line")} had secrets, which are hidden now`] : []),
  ];
  notify({
    title: `${countOf(imported.length, "run")} imported`,
    ...(parts.length > 0 && { detail: `${parts.join(", ")}.` }),
  });
}
