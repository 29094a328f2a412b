// Where does a stored run of 200 turns and 50,000 events come from?
import { startStub, toolscopeRun } from "./contenders.mjs";

const turns = 200;
const deltasPerTurn = 240;
const tool = {
  name: "lookup",
  description: "Looks a key up.",
  inputSchema: { type: "object" },
  handler: { kind: "fixed", content: "value" },
};

/** Carries a run out, gives each event of the provider a line of its own, as a slow one would, and imports that. */
export async function importedRun(origin) {
  const stub = await startStub(deltasPerTurn, 1, turns);
  try {
    const { runId } = await toolscopeRun(origin, stub.baseURL, [tool], {
      prompt: "Go",
      limits: { maxTurns: turns + 1 },
    });
    const log = await (await fetch(`${origin}/api/runs/${runId}/log`)).text();
    const lines = split(log);
    const answer = await fetch(`${origin}/api/runs/import`, {
      method: "POST",
      headers: { "content-type": "application/x-ndjson" },
      body: lines.join("\n"),
    });
    if (!answer.ok) throw new Error(await answer.text());
    const { runs } = await answer.json();
    if (runs?.[0]?.status !== "imported")
      throw new Error(`the run was not imported: ${JSON.stringify(runs)}`);
    return { runId: runs[0].id, events: lines.length };
  } finally {
    stub.child.kill();
  }
}

function split(log) {
  return log
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .flatMap((event) =>
      event.type === "response-chunk" ? event.events.map((each) => ({ ...event, events: [each] })) : [event],
    )
    .map((event, seq) => JSON.stringify({ ...event, seq }));
}
