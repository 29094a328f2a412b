import { toolTrialSchema } from "@/lib/protocol/tool-trial";
import { handler, parsed } from "@/lib/server/door/api-response";
import { jsonBody } from "@/lib/server/door/json-body";
import { trialSetting } from "@/lib/server/tools/trial-setting";
import { trialStream } from "@/lib/server/tools/trial-stream";

export const dynamic = "force-dynamic";

/** Calls a tool alone: nothing is stored, and whoever leaves stops it. */
export const POST = handler(async (request) => {
  const trial = parsed(toolTrialSchema, await jsonBody(request));
  return new Response(trialStream(trial, trialSetting(), request.signal), {
    headers: { "content-type": "application/x-ndjson", "cache-control": "no-store, no-transform" },
  });
});
