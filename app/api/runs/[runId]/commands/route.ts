import { runCommandSchema } from "@/lib/protocol/run-summary";
import { notFound, parsed } from "@/lib/server/door/api-response";
import { jsonBody } from "@/lib/server/door/json-body";
import { commandRun } from "@/lib/server/machine";
import { runHandler } from "@/lib/server/run/run-handler";

export const dynamic = "force-dynamic";

export const POST = runHandler(async (runId, machine, request) => {
  const command = parsed(runCommandSchema, await jsonBody(request));
  if (!(await commandRun(machine, runId, command))) throw notFound(runId);
  return Response.json({ accepted: true }, { status: 202 });
});
