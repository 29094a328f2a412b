import { notFound } from "@/lib/server/door/api-response";
import { linesOf } from "@/lib/server/machine";
import { afterOf, placeBehind } from "@/lib/server/run/reader-place";
import { runHandler } from "@/lib/server/run/run-handler";

export const dynamic = "force-dynamic";

export const GET = runHandler(async (runId, machine, request) => {
  const lines = await linesOf(machine, runId);
  if (lines === null) throw notFound(runId);
  const after = afterOf(new URL(request.url).searchParams.get("after"));
  const text = lines.slice(placeBehind(lines, after), lines.length()).map((line) => `${line}\n`);
  return new Response(text.join(""), {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "content-disposition": `inline; filename="${runId}.jsonl"`,
      "cache-control": "no-store",
    },
  });
});
