import { rawHeadersOf } from "@/lib/server/door/incoming-message";
import { mountedSimulator } from "@/lib/simulator/mounted-simulator";
import { readBody } from "@/lib/simulator/read-body";
import { webBody } from "@/lib/simulator/web-body";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

const mount = "/simulator";

async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const { status, headers, body } = await mountedSimulator().handle({
    method: request.method,
    path: url.pathname.slice(mount.length),
    query: url.search.slice(1),
    headers: rawHeadersOf(request),
    body: await readBody(request.body),
    signal: request.signal,
  });
  return new Response(webBody(body), { status, headers });
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
