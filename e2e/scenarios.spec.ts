// Every scenario of the gallery, carried out by the real machine, ends as its description says.
import { expect, test } from "./fixtures";

type Ending = {
  outcome?: string;
  stopReason?: string;
  turns: number;
  calls: number;
  attempts?: number;
  findings?: string[];
};

/** What a scenario leaves behind; left out, it completes with end_turn, one attempt a turn and no finding. */
const endings: Record<string, Ending> = {
  "four-parallel-calls": { turns: 2, calls: 4 },
  "weather-and-sum": { turns: 2, calls: 2 },
  "parallel-then-dependent": { turns: 4, calls: 4 },
  "slow-and-fast": { turns: 2, calls: 4 },
  "sixteen-call-batch": { turns: 2, calls: 16 },
  "failing-tool": { turns: 3, calls: 3, findings: ["tool-failed"] },
  "unknown-tool": { turns: 3, calls: 2, findings: ["tool-not-found"] },
  "overloaded-once": { turns: 2, calls: 1, attempts: 2, findings: ["request-retried"] },
  "rate-limited": { turns: 2, calls: 2, attempts: 2, findings: ["request-retried"] },
  "stalled-stream": { turns: 2, calls: 2 },
  "cut-in-tool-json": { outcome: "failed", turns: 1, calls: 0, findings: ["cut-tool-call"] },
  "max-tokens-in-tool-call": {
    turns: 2,
    calls: 1,
    attempts: 2,
    findings: ["cut-tool-call", "request-retried"],
  },
  "pause-turn": { turns: 2, calls: 0 },
  refusal: { stopReason: "refusal", turns: 1, calls: 0 },
  "image-and-document": { turns: 2, calls: 2 },
  "thinking-with-tools": { turns: 2, calls: 3 },
  "strict-schema": { turns: 2, calls: 1 },
  "deferred-tool": { turns: 2, calls: 1 },
  "granted-tool": { turns: 3, calls: 2 },
  "container-kept": { turns: 2, calls: 3 },
  // Nobody is there to decide.
  "person-in-the-loop": { turns: 3, calls: 3, findings: ["tool-failed", "tool-failed"] },
  "granted-tool-forgotten": {
    outcome: "failed",
    turns: 2,
    calls: 1,
    findings: ["tool-definition-forgotten"],
  },
  "container-dropped": { outcome: "failed", turns: 2, calls: 3, findings: ["container-forgotten"] },
  "default-headers-dropped": {
    outcome: "failed",
    turns: 2,
    calls: 2,
    findings: ["gateway-token-missing", "header-dropped", "header-dropped"],
  },
  "empty-result": { turns: 2, calls: 1 },
  "empty-final-reply": { turns: 2, calls: 1 },
  "unknown-kinds": { turns: 1, calls: 0 },
  "long-answer": { turns: 1, calls: 0 },
  "hundred-turns": { turns: 100, calls: 99 },
};

test("every scenario ends as its description says", async ({ request, logOf }) => {
  const { scenarios } = await (await request.get("/api/scenarios")).json();
  expect(scenarios.map((scenario: { name: string }) => scenario.name).toSorted()).toEqual(
    Object.keys(endings).toSorted(),
  );

  const played = await Promise.all(
    scenarios.map(async ({ name, title: _title, teaches: _teaches, ...setup }: Record<string, unknown>) => {
      const limits = { ...(setup.limits as object | undefined), humanTimeoutMs: 50 };
      const { runId } = await (
        await request.post("/api/runs", { data: { ...setup, limits, scenario: name } })
      ).json();
      await (await request.get(`/api/runs/${runId}/events`, { timeout: 40_000 })).text();
      return { name: String(name), runId: String(runId) };
    }),
  );

  for (const { name, runId } of played) {
    const expected = endings[name] ?? { turns: 0, calls: 0 };
    const events = await logOf(runId);
    const end = events.at(-1);
    const detail = await (await request.get(`/api/runs/${runId}`)).json();
    const found = {
      outcome: detail.outcome,
      stopReason: end?.type === "run-end" && end.outcome === "completed" ? end.stopReason : undefined,
      turns: detail.turns,
      calls: detail.calls,
      attempts: Math.max(...events.map((event) => (event.type === "request-start" ? event.attempt : 1))),
      findings: detail.findings.map((finding: { code: string }) => finding.code).toSorted(),
    };
    const { outcome = "completed", attempts = 1, findings = [] } = expected;
    const stopReason = outcome === "completed" ? (expected.stopReason ?? "end_turn") : undefined;
    expect({ name, ...found }).toEqual({
      name,
      ...expected,
      outcome,
      stopReason,
      attempts,
      findings: findings.toSorted(),
    });
  }
});
