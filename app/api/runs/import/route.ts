import { handler } from "@/lib/server/door/api-response";
import { linesBody } from "@/lib/server/door/json-body";
import { readEnvironment } from "@/lib/server/environment";
import { importRuns } from "@/lib/server/import/import-runs";
import { machine } from "@/lib/server/machine";
import { scopedMachine } from "@/lib/server/run/scoped-machine";

export const dynamic = "force-dynamic";

export const POST = handler(async (request, _params, { scope }) => {
  const text = await linesBody(request);
  return Response.json({ runs: await importRuns(scopedMachine(machine(), scope), readEnvironment(), text) });
});
