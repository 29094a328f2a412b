import { runChangeSchema } from "@/lib/protocol/run-summary";
import { notFound, parsed } from "@/lib/server/door/api-response";
import { jsonBody } from "@/lib/server/door/json-body";
import { removeRun } from "@/lib/server/machine";
import { changeEntry, describeRun } from "@/lib/server/run/describe-runs";
import { runHandler } from "@/lib/server/run/run-handler";

export const dynamic = "force-dynamic";

export const GET = runHandler(async (runId, machine) => {
  const detail = await describeRun(machine, runId);
  if (detail === null) throw notFound(runId);
  return Response.json(detail);
});

export const PATCH = runHandler(async (runId, machine, request) => {
  const change = parsed(runChangeSchema, await jsonBody(request));
  const summary = await changeEntry(machine, runId, change);
  if (summary === null) throw notFound(runId);
  return Response.json(summary);
});

export const DELETE = runHandler(async (runId, machine) => {
  if (!(await removeRun(machine, runId))) throw notFound(runId);
  return new Response(null, { status: 204 });
});
