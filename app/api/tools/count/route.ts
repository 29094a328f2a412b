import { toolCountSchema } from "@/lib/protocol/tool-trial";
import { handler, parsed } from "@/lib/server/door/api-response";
import { ownOrigin } from "@/lib/server/door/incoming-message";
import { jsonBody } from "@/lib/server/door/json-body";
import { readEnvironment } from "@/lib/server/environment";
import { countTools } from "@/lib/server/tools/count-tokens";

export const dynamic = "force-dynamic";

/** What the definitions of tools cost in tokens, by the provider's own count. */
export const POST = handler(async (request) => {
  const wish = parsed(toolCountSchema, await jsonBody(request));
  const simulatorURL = `${ownOrigin()}/simulator`;
  return Response.json(await countTools(wish, readEnvironment(), simulatorURL, request.signal));
});
