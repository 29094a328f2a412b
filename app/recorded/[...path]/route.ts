import { mountHandler } from "@/lib/server/door/api-response";
import { mountHeaders } from "@/lib/server/door/mount-headers";
import { answerReplay } from "@/lib/server/replay/answer-replay";
import { encodeReceivedHeaders, receivedHeadersName } from "@/lib/simulator/api/received-headers";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

const mount = "/recorded";

/** A stored run plays the provider: `/recorded/~<run that is answered>/v1/messages`. */
const answer = mountHandler(async (request) => {
  const reply = await answerReplay({
    method: request.method,
    path: new URL(request.url).pathname.slice(mount.length),
    body: await request.text(),
    signal: request.signal,
  });
  reply.headers.set(receivedHeadersName, encodeReceivedHeaders(mountHeaders(request)));
  // Whatever was recorded, a browser that is led here must not run it as a page of this server's.
  reply.headers.set("content-security-policy", "sandbox");
  return reply;
});

export { answer as DELETE, answer as GET, answer as POST };
