import { handler, notFound } from "@/lib/server/door/api-response";
import { machine, removeRun } from "@/lib/server/machine";
import { describeRun } from "@/lib/server/run/describe-runs";

export const dynamic = "force-dynamic";

type Params = { runId: string };

export const GET = handler<Params>(async (_request, { runId }) => {
  const detail = await describeRun(machine(), runId);
  if (detail === null) throw notFound(runId);
  return Response.json(detail);
});

export const DELETE = handler<Params>(async (_request, { runId }) => {
  if (!(await removeRun(machine(), runId))) throw notFound(runId);
  return new Response(null, { status: 204 });
});
