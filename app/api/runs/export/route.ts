import { runExportSchema } from "@/lib/protocol/run-import";
import { handler, parsed } from "@/lib/server/door/api-response";
import { jsonBody } from "@/lib/server/door/json-body";
import { machine } from "@/lib/server/machine";
import { exportRuns } from "@/lib/server/run/export-runs";
import { scopedMachine, visiblePart } from "@/lib/server/run/scoped-machine";

export const dynamic = "force-dynamic";

/** A POST, since ten thousand ids do not fit an address; it changes nothing. */
export const POST = handler(async (request, _params, { scope }) => {
  const wanted = parsed(runExportSchema, await jsonBody(request));
  const scoped = scopedMachine(machine(), scope);
  return new Response(await exportRuns(scoped, await visiblePart(scoped, wanted)), {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "content-disposition": 'attachment; filename="runs.jsonl"',
      "cache-control": "no-store",
    },
  });
});
