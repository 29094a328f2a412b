import { handler, notFound } from "@/lib/server/door/api-response";
import { linesOf, machine } from "@/lib/server/machine";
import { afterOf, placeBehind } from "@/lib/server/run/reader-place";

export const dynamic = "force-dynamic";

type Params = { runId: string };

export const GET = handler<Params>(async (request, { runId }) => {
  const lines = await linesOf(machine(), runId);
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
