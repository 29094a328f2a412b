// Of which parts is a stream of events made?

/** One event. */
export type Frame = {
  /** The event as it goes over the wire. */
  readonly text: string;
  /** How many tokens of output it carries: what it costs in time. */
  readonly tokens: number;
  readonly kind: "message" | "block" | "text" | "tool-input";
};

export type DeltaKind = {
  readonly type: "text_delta" | "thinking_delta" | "input_json_delta";
  /** The field of the delta that holds the piece. */
  readonly field: "text" | "thinking" | "partial_json";
  readonly kind: Frame["kind"];
};

/** A text that arrives in pieces of a few tokens: an event for each, thousands at times, alike but for the piece. */
export type DeltaRun = {
  /** Of the block. */
  readonly index: number;
  readonly delta: DeltaKind;
  readonly text: string;
  readonly tokensPerLetter: number;
};

export type StreamPart = Frame | DeltaRun;

type EventPayload = { readonly type: string; readonly [field: string]: unknown };

/** The name of an event always equals the `type` of its data. */
export function frame(payload: EventPayload, tokens = 0, kind: Frame["kind"] = "message"): Frame {
  return { text: `event: ${payload.type}\ndata: ${JSON.stringify(payload)}\n\n`, tokens, kind };
}

/** What stands before and after the piece in each event of a run; in between, the piece as the inside of a JSON string. */
export function aroundPiece({ index, delta: { type, field } }: DeltaRun): { head: string; tail: string } {
  return {
    head: `event: content_block_delta\ndata: {"type":"content_block_delta","index":${index},"delta":{"type":"${type}","${field}":"`,
    tail: '"}}\n\n',
  };
}
