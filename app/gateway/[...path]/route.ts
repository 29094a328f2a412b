import { decodedAnswer } from "@/lib/gateway/decoded-answer";
import { mountedGateway } from "@/lib/gateway/mounted-gateway";
import { webStream } from "@/lib/gateway/web-stream";
import { mountHandler } from "@/lib/server/door/api-response";
import { ownOrigin } from "@/lib/server/door/incoming-message";
import { mountHeaders } from "@/lib/server/door/mount-headers";
import { readEnvironment } from "@/lib/server/environment";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

const mount = "/gateway";

const answer = mountHandler(async (request) => {
  const url = new URL(request.url);
  // The key is a made-up one: what the gateway keeps for the simulator, which takes any.
  const credential = { name: "x-api-key", value: "kept-by-the-gateway" };
  const answered = await mountedGateway().handle(
    {
      method: request.method,
      path: url.pathname.slice(mount.length),
      query: url.search.slice(1),
      headers: mountHeaders(request),
      body: request.body as AsyncIterable<Uint8Array> | null,
      signal: request.signal,
    },
    {
      upstream: { baseURL: `${ownOrigin()}/simulator`, credential },
      token: readEnvironment().gatewayToken,
    },
  );
  const { status, headers, body } = decodedAnswer(answered);
  return new Response(webStream(body), { status, headers: [safe, ...headers] as [string, string][] });
});

/** Whatever a provider answers, a browser that is led here must not run it as a page of this server's. */
const safe: [string, string] = ["content-security-policy", "sandbox"];

export { answer as DELETE, answer as GET, answer as OPTIONS, answer as PATCH, answer as POST, answer as PUT };
