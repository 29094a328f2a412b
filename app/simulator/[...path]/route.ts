import { mountHandler } from "@/lib/server/door/api-response";
import { mountHeaders } from "@/lib/server/door/mount-headers";
import { mountedSimulator } from "@/lib/simulator/mounted-simulator";
import { readBody } from "@/lib/simulator/read-body";
import { webBody } from "@/lib/simulator/web-body";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

const mount = "/simulator";

const answer = mountHandler(async (request) => {
  const url = new URL(request.url);
  const { status, headers, body } = await mountedSimulator().handle({
    method: request.method,
    path: url.pathname.slice(mount.length),
    query: url.search.slice(1),
    headers: mountHeaders(request),
    body: await readBody(request.body),
    signal: request.signal,
  });
  return new Response(webBody(body), { status, headers });
});

export { answer as DELETE, answer as GET, answer as OPTIONS, answer as PATCH, answer as POST, answer as PUT };
