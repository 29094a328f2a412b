import { handler } from "@/lib/server/door/api-response";
import { linesBody } from "@/lib/server/door/json-body";
import { readEnvironment } from "@/lib/server/environment";
import { importRuns } from "@/lib/server/import/import-runs";
import { machine } from "@/lib/server/machine";

export const dynamic = "force-dynamic";

export const POST = handler(async (request) => {
  const text = await linesBody(request);
  return Response.json({ runs: await importRuns(machine(), readEnvironment(), text) });
});
