import { runCommandSchema } from "@/lib/protocol/run-summary";
import { handler, notFound, parsed } from "@/lib/server/door/api-response";
import { jsonBody } from "@/lib/server/door/json-body";
import { commandRun, machine } from "@/lib/server/machine";

export const dynamic = "force-dynamic";

type Params = { runId: string };

export const POST = handler<Params>(async (request, { runId }) => {
  const command = parsed(runCommandSchema, await jsonBody(request));
  if (!(await commandRun(machine(), runId, command))) throw notFound(runId);
  return Response.json({ accepted: true }, { status: 202 });
});
