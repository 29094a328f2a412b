import { handler } from "@/lib/server/door/api-response";
import { machine } from "@/lib/server/machine";
import { searchTools } from "@/lib/server/mcp/tool-listing";

export const dynamic = "force-dynamic";

type Params = { name: string };

/** The server's tools, each with a definition that is ready for a run request; `?query=` looks for words. */
export const GET = handler<Params>(async (request, { name }) => {
  const query = new URL(request.url).searchParams.get("query") ?? "";
  return Response.json(searchTools(await machine().mcp.tools(name), query));
});
