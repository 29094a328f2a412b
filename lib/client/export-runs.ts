// How are runs saved as a file?

import type { RunExport } from "@/lib/protocol/run-import";
import { apiFetch } from "./api-fetch";

/** @returns null where the file was saved, else what stood in the way */
export async function exportRuns(wanted: RunExport, fileName: string): Promise<string | null> {
  try {
    const response = await apiFetch("/api/runs/export", {
      method: "POST",
      cache: "no-store",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(wanted),
    });
    if (!response.ok) return `The server answered ${response.status}.`;
    save(await response.blob(), fileName);
    return null;
  } catch {
    return "The Toolscope server cannot be reached: check that it is still running.";
  }
}

/** Saves something that was made on this page. */
export function saveJson(value: unknown, fileName: string): void {
  save(new Blob([JSON.stringify(value, null, 2)], { type: "application/json" }), fileName);
}

function save(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement("a"), { href: url, download: fileName }).click();
  // A download that is still being asked about needs its address a little longer.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
