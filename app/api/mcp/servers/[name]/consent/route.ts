import { mcpConsentSchema } from "@/lib/protocol/mcp-server";
import { handler, parsed } from "@/lib/server/door/api-response";
import { jsonBody } from "@/lib/server/door/json-body";
import { machine } from "@/lib/server/machine";

export const dynamic = "force-dynamic";

type Params = { name: string };

/** Agrees to the command line that was shown, and runs it. */
export const POST = handler<Params>(async (request, { name }) => {
  const { hash } = parsed(mcpConsentSchema, await jsonBody(request));
  const { mcp } = machine();
  mcp.consent(name, hash);
  await mcp.connect(name);
  return Response.json(mcp.get(name));
});

/** Takes the consent back, and ends the program. */
export const DELETE = handler<Params>(async (_request, { name }) => {
  const { mcp } = machine();
  await mcp.withdrawConsent(name);
  return Response.json(mcp.get(name));
});
