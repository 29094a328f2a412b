import { addedMcpServerSchema } from "@/lib/protocol/mcp-server";
import { handler, parsed } from "@/lib/server/door/api-response";
import { jsonBody } from "@/lib/server/door/json-body";
import { machine } from "@/lib/server/machine";
import { refuseCommand } from "@/lib/server/mcp/known-servers";

export const dynamic = "force-dynamic";

export const GET = handler(() => Response.json(machine().mcp.list()));

/** Adds a server at an address, or takes the place of the one of that name, and connects to it. */
export const POST = handler(async (request) => {
  const body = await jsonBody(request);
  refuseCommand(body);
  const server = parsed(addedMcpServerSchema, body);
  const { mcp } = machine();
  mcp.add(server);
  await mcp.connect(server.name);
  return Response.json(mcp.get(server.name), { status: 201 });
});
