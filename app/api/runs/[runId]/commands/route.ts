import { runCommandSchema } from "@/lib/protocol/run-summary";
import { handler, notFound, parsed } from "@/lib/server/door/api-response";
import { jsonBody } from "@/lib/server/door/json-body";
import { linesOf, machine } from "@/lib/server/machine";
import { applyCommand } from "@/lib/server/run/apply-command";

export const dynamic = "force-dynamic";

type Params = { runId: string };

export const POST = handler<Params>(async (request, { runId }) => {
  const command = parsed(runCommandSchema, await jsonBody(request));
  if ((await linesOf(machine(), runId)) === null) throw notFound(runId);
  applyCommand(machine().live.get(runId), command);
  return Response.json({ accepted: true }, { status: 202 });
});
