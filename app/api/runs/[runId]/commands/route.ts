import { runCommandSchema } from "@/lib/protocol/run-summary";
import { handler, notFound, parsed } from "@/lib/server/door/api-response";
import { jsonBody } from "@/lib/server/door/json-body";
import { linesOf, machine } from "@/lib/server/machine";

export const dynamic = "force-dynamic";

type Params = { runId: string };

/** Stopping a run that has ended is no error: two tabs may press Stop. */
export const POST = handler<Params>(async (request, { runId }) => {
  parsed(runCommandSchema, await jsonBody(request));
  if ((await linesOf(machine(), runId)) === null) throw notFound(runId);
  machine().live.get(runId)?.stop();
  return Response.json({ accepted: true }, { status: 202 });
});
