import { sseHeaders } from "@/lib/protocol/sse-text";
import { ApiFailure } from "@/lib/server/door/api-failure";
import { handler, notFound } from "@/lib/server/door/api-response";
import { linesOf, machine } from "@/lib/server/machine";
import { eventStream } from "@/lib/server/run/event-stream";

export const dynamic = "force-dynamic";

type Params = { runId: string };

export const GET = handler<Params>(async (request, { runId }) => {
  const lines = await linesOf(machine(), runId);
  if (lines === null) throw notFound(runId);
  const after =
    request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("after") ?? "-1";
  if (!/^(-1|\d{1,15})$/.test(after)) {
    throw new ApiFailure(400, "invalid_request", "after: give the seq of the last event you have", "after");
  }
  return new Response(eventStream(lines, Number(after)), { headers: sseHeaders });
});
