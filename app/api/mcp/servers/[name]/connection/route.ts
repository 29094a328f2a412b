import { handler } from "@/lib/server/door/api-response";
import { machine } from "@/lib/server/machine";

export const dynamic = "force-dynamic";

type Params = { name: string };

/** Connects anew; how that went is in the answer's state. */
export const POST = handler<Params>(async (_request, { name }) => {
  const { mcp } = machine();
  await mcp.connect(name);
  return Response.json(mcp.get(name));
});

export const DELETE = handler<Params>(async (_request, { name }) => {
  const { mcp } = machine();
  await mcp.disconnect(name);
  return Response.json(mcp.get(name));
});
