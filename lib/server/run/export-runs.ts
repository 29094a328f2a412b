// How do runs leave as one file?
import type { RunExport } from "@/lib/protocol/run-import";
import { runListQuerySchema } from "@/lib/protocol/run-list";
import { ApiFailure } from "../door/api-failure";
import { linesOf, type Machine } from "../machine";
import { listRuns } from "./describe-runs";

/**
 * One log after another as JSON lines, each read when the reader is ready for it. A run that was deleted meanwhile is
 * left out.
 *
 * @throws ApiFailure 404 where none of the runs is there, FieldError for a query that means nothing
 */
export async function exportRuns(machine: Machine, wanted: RunExport): Promise<ReadableStream<Uint8Array>> {
  const ids = wanted.ids ?? (await idsOf(machine, wanted.query ?? ""));
  const texts = logTexts(machine, ids);
  const first = await texts.next();
  if (first.done === true) throw new ApiFailure(404, "not_found", "There is no run to export.");
  const encoder = new TextEncoder();
  let next: IteratorResult<string, void> = first;
  return new ReadableStream({
    pull: async (controller) => {
      if (next.done === true) return controller.close();
      controller.enqueue(encoder.encode(next.value));
      next = await texts.next();
    },
  });
}

async function* logTexts(machine: Machine, ids: readonly string[]): AsyncGenerator<string, void> {
  for (const id of ids) {
    const lines = await linesOf(machine, id);
    if (lines === null || lines.length() === 0) continue;
    yield `${lines.slice(0, lines.length()).join("\n")}\n`;
  }
}

async function idsOf(machine: Machine, query: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listRuns(machine, runListQuerySchema.parse({ query, cursor, limit: 500 }));
    ids.push(...page.runs.map((run) => run.id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return ids;
}
