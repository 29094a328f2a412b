import { handler } from "@/lib/server/door/api-response";
import { machine } from "@/lib/server/machine";

export const dynamic = "force-dynamic";

type Params = { name: string };

export const GET = handler<Params>((_request, { name }) => Response.json(machine().mcp.get(name)));

export const DELETE = handler<Params>(async (_request, { name }) => {
  await machine().mcp.remove(name);
  return new Response(null, { status: 204 });
});
