import { handler, notFound } from "@/lib/server/door/api-response";
import { linesOf, machine } from "@/lib/server/machine";

export const dynamic = "force-dynamic";

type Params = { runId: string };

export const GET = handler<Params>(async (_request, { runId }) => {
  const lines = await linesOf(machine(), runId);
  if (lines === null) throw notFound(runId);
  const text = lines.slice(0, lines.length()).map((line) => `${line}\n`);
  return new Response(text.join(""), {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "content-disposition": `inline; filename="${runId}.jsonl"`,
      "cache-control": "no-store",
    },
  });
});
