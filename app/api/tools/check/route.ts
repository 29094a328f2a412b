import { toolCheckSchema } from "@/lib/protocol/tool-trial";
import { handler, parsed } from "@/lib/server/door/api-response";
import { jsonBody } from "@/lib/server/door/json-body";
import { toolProblems } from "@/lib/server/tools/check-tool";
import { trialSetting } from "@/lib/server/tools/trial-setting";

export const dynamic = "force-dynamic";

/** What is wrong with a tool that is being written; nothing is called. */
export const POST = handler(async (request) => {
  const { tool } = parsed(toolCheckSchema, await jsonBody(request));
  return Response.json({ problems: toolProblems(tool, trialSetting()) });
});
