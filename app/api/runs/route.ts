import { runListQuerySchema } from "@/lib/protocol/run-list";
import { runRequestSchema } from "@/lib/protocol/run-request";
import { handler, parsed } from "@/lib/server/door/api-response";
import { jsonBody } from "@/lib/server/door/json-body";
import { machine, startRun } from "@/lib/server/machine";
import { listRuns } from "@/lib/server/run/describe-runs";
import { scopedMachine } from "@/lib/server/run/scoped-machine";
import { recordedURL } from "./recorded-url";
import { openGateway } from "./run-gateway";
import { simulatorURL } from "./simulator-url";

export const dynamic = "force-dynamic";

export const POST = handler(async (request, _params, { scope }) => {
  const body = parsed(runRequestSchema, await jsonBody(request));
  const key = request.headers.get("idempotency-key");
  const surroundings = { simulatorURL: (id: string) => simulatorURL(id, body), recordedURL, openGateway };
  const runId = await startRun(scopedMachine(machine(), scope), body, key, surroundings);
  return Response.json({ runId }, { status: 201 });
});

export const GET = handler(async (request, _params, { scope }) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  return Response.json(await listRuns(scopedMachine(machine(), scope), parsed(runListQuerySchema, asked)));
});
