import { sseHeaders } from "@/lib/protocol/sse-text";
import { handler, notFound } from "@/lib/server/door/api-response";
import { linesOf, machine } from "@/lib/server/machine";
import { eventStream } from "@/lib/server/run/event-stream";
import { afterOf } from "@/lib/server/run/reader-place";

export const dynamic = "force-dynamic";

type Params = { runId: string };

export const GET = handler<Params>(async (request, { runId }) => {
  const lines = await linesOf(machine(), runId);
  if (lines === null) throw notFound(runId);
  const named =
    request.headers.get("last-event-id")?.trim() || new URL(request.url).searchParams.get("after");
  const after = afterOf(named);
  return new Response(eventStream(lines, after), { headers: sseHeaders });
});
