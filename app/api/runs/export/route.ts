import { runExportSchema } from "@/lib/protocol/run-import";
import { handler, parsed } from "@/lib/server/door/api-response";
import { jsonBody } from "@/lib/server/door/json-body";
import { machine } from "@/lib/server/machine";
import { exportRuns } from "@/lib/server/run/export-runs";

export const dynamic = "force-dynamic";

/** A POST, since ten thousand ids do not fit an address; it changes nothing. */
export const POST = handler(async (request) => {
  const wanted = parsed(runExportSchema, await jsonBody(request));
  return new Response(await exportRuns(machine(), wanted), {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "content-disposition": 'attachment; filename="runs.jsonl"',
      "cache-control": "no-store",
    },
  });
});
