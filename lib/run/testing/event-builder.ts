// How does a test write down a log that the protocol allows, without numbering and closing it by hand?
import { checkEventOrder } from "@/lib/protocol/event-order";
import type { HeaderSet } from "@/lib/protocol/header-set";
import type { JsonObject } from "@/lib/protocol/json-object";
import type { ObservationPoint } from "@/lib/protocol/observation-point";
import type { RunConfig } from "@/lib/protocol/run-config";
import type { RunError } from "@/lib/protocol/run-error";
import type { RunEvent, RunEventBody } from "@/lib/protocol/run-event";
import type { ToolResult } from "@/lib/protocol/tool-result";
import { runOf } from "../reduce-run";
import { type ComparableBody, requestBodyDelta } from "../request-body-delta";
import type { Run } from "../run";
import { exampleConfig } from "./example-config";
import { headerSet } from "./example-headers";

type RequestOptions = {
  body?: JsonObject;
  headers?: HeaderSet;
  wire?: HeaderSet;
  provider?: HeaderSet;
  gateway?: HeaderSet;
  attempt?: number;
  url?: string;
};
type Reply = { status?: number; content?: readonly JsonObject[]; stopReason?: string; usage?: JsonObject };

export type EventBuilder = ReturnType<typeof createEventBuilder>;

/** A log that is written event by event. Ids count up: `turn-1`, `request-1`, `batch-1`. */
export function createEventBuilder(config: Partial<RunConfig> = {}) {
  const events: RunEvent[] = [];
  const open = { turn: "", request: "", batch: "", calls: new Set<string>() };
  const count = { turn: 0, request: 0, batch: 0 };
  let clock = 0;
  let before: ComparableBody | null = null;

  const emit = (body: RunEventBody) => {
    events.push({ seq: events.length, at: clock, ...body });
    return builder;
  };

  const builder = {
    /** Every event from here on happens `ms` after the run began. */
    at(ms: number) {
      clock = ms;
      return builder;
    },
    emit,
    turn() {
      count.turn += 1;
      open.turn = `turn-${count.turn}`;
      return emit({ type: "turn-start", turnId: open.turn, index: count.turn - 1 });
    },
    endTurn() {
      emit({ type: "turn-end", turnId: open.turn, index: count.turn - 1 });
      open.turn = "";
      return builder;
    },
    request(options: RequestOptions = {}) {
      count.request += 1;
      const requestId = `request-${count.request}`;
      open.request = requestId;
      const text = JSON.stringify(options.body ?? { messages: [] });
      const { delta, comparable } = requestBodyDelta(requestId, text, text.length, before);
      before = comparable;
      emit({
        type: "request-start",
        requestId,
        turnId: open.turn,
        attempt: options.attempt ?? 1,
        method: "POST",
        url: options.url ?? "http://localhost:3000/simulator/v1/messages",
        headers: options.headers ?? headerSet(["accept", "application/json"]),
        body: delta,
      });
      if (options.wire !== undefined) builder.observed("wire", options.wire);
      if (options.gateway !== undefined) builder.observed("gateway", options.gateway);
      if (options.provider !== undefined) builder.observed("provider", options.provider);
      return builder;
    },
    observed: (point: ObservationPoint, headers: HeaderSet) =>
      emit({ type: "request-observed", requestId: open.request, point, headers }),
    requestError: (error: RunError) => {
      emit({ type: "request-error", requestId: open.request, error });
      open.request = "";
      return builder;
    },
    responseStart: (status = 200, headers: HeaderSet = []) =>
      emit({ type: "response-start", requestId: open.request, status, headers }),
    chunk: (...streamed: readonly JsonObject[]) =>
      emit({ type: "response-chunk", requestId: open.request, events: [...streamed] }),
    responseEnd(answer: { body?: unknown; text?: string; error?: RunError } = {}) {
      emit({ type: "response-end", requestId: open.request, ...answer });
      open.request = "";
      return builder;
    },
    /** A whole answer that was no stream. */
    reply({ status = 200, content = [], stopReason = "end_turn", usage = {} }: Reply = {}) {
      const body = {
        type: "message",
        role: "assistant",
        content: [...content],
        stop_reason: stopReason,
        usage,
      };
      return builder.responseStart(status).responseEnd({ body });
    },
    batch() {
      count.batch += 1;
      open.batch = `batch-${count.batch}`;
      return emit({ type: "batch-start", batchId: open.batch, turnId: open.turn });
    },
    endBatch() {
      emit({ type: "batch-end", batchId: open.batch, turnId: open.turn });
      open.batch = "";
      return builder;
    },
    call(toolCallId: string, name = "get_weather", input: unknown = {}) {
      open.calls.add(toolCallId);
      return emit({
        type: "tool-call-start",
        toolCallId,
        batchId: open.batch,
        name,
        input,
        handler: "builtin",
      });
    },
    endCall(toolCallId: string, result: Partial<ToolResult> = {}) {
      open.calls.delete(toolCallId);
      return emit({
        type: "tool-call-end",
        toolCallId,
        result: { content: result.content ?? "done", isError: result.isError ?? false },
      });
    },
    pause: (pauseId: string, toolCallId: string, question?: string) =>
      emit({
        type: "pause",
        pauseId,
        waitsFor: "answer",
        toolCallId,
        ...(question === undefined ? {} : { question }),
      }),
    resume: (pauseId: string, decision: unknown = { type: "approve" }) =>
      emit({ type: "resume", pauseId, decidedBy: "person", decision }),
    /** Closes what is open, ends the run and gives its log, which is held against the grammar. */
    log(): RunEvent[] {
      for (const toolCallId of [...open.calls]) builder.endCall(toolCallId);
      if (open.batch !== "") builder.endBatch();
      closeRequest();
      if (open.turn !== "") builder.endTurn();
      if (events.at(-1)?.type !== "run-end")
        emit({ type: "run-end", outcome: "completed", stopReason: "end_turn" });
      const problems = checkEventOrder(events);
      if (problems.length > 0)
        throw new Error(`a test wrote a log the protocol forbids: ${problems.join("; ")}`);
      return events;
    },
    /** What was written so far, still open. */
    events: (): readonly RunEvent[] => events,
    /** The run as it stands after the newest event, still open. */
    soFar(): Run {
      const problems = checkEventOrder(events).filter((problem) => problem !== "the log has no run-end");
      if (problems.length > 0)
        throw new Error(`a test wrote a log the protocol forbids: ${problems.join("; ")}`);
      return runOf(events);
    },
    run: (): Run => runOf(builder.log()),
  };

  function closeRequest() {
    if (open.request === "") return;
    const answered = events.some((each) => each.type === "response-start" && each.requestId === open.request);
    if (answered) builder.responseEnd();
    else builder.requestError({ code: "aborted", message: "stopped" });
  }

  emit({
    type: "run-start",
    protocolVersion: 1,
    runId: "run-1",
    startedAt: "2026-11-02T10:00:00.000Z",
    config: exampleConfig(config),
  });
  return builder;
}

/** A `tool_use` block of the Messages API. */
export function toolUse(id: string, name = "get_weather", input: JsonObject = {}): JsonObject {
  return { type: "tool_use", id, name, input };
}

/** A user message that answers calls, as it stands in the next request. */
export function toolResults(...ids: readonly string[]): JsonObject {
  return {
    role: "user",
    content: ids.map((id) => ({ type: "tool_result", tool_use_id: id, content: "done" })),
  };
}
