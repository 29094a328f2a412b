import { sseHeaders } from "@/lib/protocol/sse-text";
import { notFound } from "@/lib/server/door/api-response";
import { linesOf } from "@/lib/server/machine";
import { eventStream } from "@/lib/server/run/event-stream";
import { afterOf } from "@/lib/server/run/reader-place";
import { runHandler } from "@/lib/server/run/run-handler";

export const dynamic = "force-dynamic";

export const GET = runHandler(async (runId, machine, request) => {
  const lines = await linesOf(machine, runId);
  if (lines === null) throw notFound(runId);
  const named =
    request.headers.get("last-event-id")?.trim() || new URL(request.url).searchParams.get("after");
  const after = afterOf(named);
  return new Response(eventStream(lines, after), { headers: sseHeaders });
});
