// What is a run, once its events are folded?
import type { HeaderSet } from "@/lib/protocol/header-set";
import type { JsonObject } from "@/lib/protocol/json-object";
import type { ObservationPoint } from "@/lib/protocol/observation-point";
import type { RequestBody } from "@/lib/protocol/request-body";
import type { RunConfig } from "@/lib/protocol/run-config";
import type { RunError } from "@/lib/protocol/run-error";
import type { RunEventOf } from "@/lib/protocol/run-event";
import type { HandlerKind } from "@/lib/protocol/tool-definition";
import type { ToolResult } from "@/lib/protocol/tool-result";
import type { MessageDraft } from "./message-draft";

/** All times are milliseconds since the run began; null where it has not happened yet. */
type Time = number | null;

export type ToolCall = {
  readonly toolCallId: string;
  readonly batchId: string;
  readonly name: string;
  readonly input: unknown;
  readonly handler: HandlerKind;
  readonly startAt: number;
  readonly endAt: Time;
  readonly result: ToolResult | null;
  readonly log: readonly { readonly at: number; readonly line: string }[];
  /** When it waited for a person. */
  readonly waits: readonly { readonly pauseId: string; readonly from: number; readonly to: Time }[];
};

/** A wait for a person. `decidedBy` says who or what ended it. */
export type Pause = {
  readonly pauseId: string;
  readonly waitsFor: string;
  readonly toolCallId: string | null;
  readonly question: string | null;
  readonly startAt: number;
  readonly endAt: Time;
  readonly decidedBy: string | null;
  readonly decision: unknown;
};

export type Batch = {
  readonly batchId: string;
  readonly startAt: number;
  readonly endAt: Time;
  readonly calls: readonly ToolCall[];
};

export type ProviderResponse = {
  readonly status: number;
  readonly headers: HeaderSet;
  readonly startAt: number;
  /** When the first chunk with content arrived. */
  readonly firstChunkAt: Time;
  readonly lastChunkAt: Time;
  /** In how many pieces the stream came: what one read of the network brought is one. */
  readonly chunkCount: number;
  readonly endAt: Time;
  /** The streamed message so far, or the whole one of an answer that was no stream; null for an error body. */
  readonly message: MessageDraft | null;
  /** The `error` of an error body, or of an `error` event in the middle of a stream. */
  readonly providerError: JsonObject | null;
  readonly eventCount: number;
  readonly body: unknown;
  readonly text: string | null;
  readonly error: RunError | null;
};

export type ProviderRequest = {
  readonly requestId: string;
  readonly turnId: string;
  readonly attempt: number;
  readonly method: string;
  readonly url: string;
  readonly startAt: number;
  readonly headerSets: Readonly<Partial<Record<ObservationPoint, HeaderSet>>>;
  /** As it stands in the log: what is new against the request before. */
  readonly delta: RequestBody | null;
  /** The whole body, put together again. */
  readonly body: JsonObject | string | null;
  readonly error: RunError | null;
  /** When the request ended without any response. */
  readonly errorAt: Time;
  readonly response: ProviderResponse | null;
};

export type Turn = {
  readonly turnId: string;
  readonly index: number;
  readonly startAt: number;
  readonly endAt: Time;
  readonly requests: readonly ProviderRequest[];
  readonly batch: Batch | null;
};

export type Run = {
  readonly runId: string;
  readonly startedAt: string;
  readonly config: RunConfig | null;
  readonly turns: readonly Turn[];
  readonly end: RunEventOf<"run-end"> | null;
  readonly pauses: readonly Pause[];
  /** The newest event folded in: -1 before the first. */
  readonly lastSeq: number;
  readonly lastAt: number;
};

/** A run before its first event. */
export const emptyRun: Run = {
  runId: "",
  startedAt: "",
  config: null,
  turns: [],
  end: null,
  pauses: [],
  lastSeq: -1,
  lastAt: 0,
};
