import { runChangeSchema } from "@/lib/protocol/run-summary";
import { handler, notFound, parsed } from "@/lib/server/door/api-response";
import { jsonBody } from "@/lib/server/door/json-body";
import { machine, removeRun } from "@/lib/server/machine";
import { changeEntry, describeRun } from "@/lib/server/run/describe-runs";

export const dynamic = "force-dynamic";

type Params = { runId: string };

export const GET = handler<Params>(async (_request, { runId }) => {
  const detail = await describeRun(machine(), runId);
  if (detail === null) throw notFound(runId);
  return Response.json(detail);
});

export const PATCH = handler<Params>(async (request, { runId }) => {
  const change = parsed(runChangeSchema, await jsonBody(request));
  const summary = await changeEntry(machine(), runId, change);
  if (summary === null) throw notFound(runId);
  return Response.json(summary);
});

export const DELETE = handler<Params>(async (_request, { runId }) => {
  if (!(await removeRun(machine(), runId))) throw notFound(runId);
  return new Response(null, { status: 204 });
});
