// Which recorded replies answer which run, and which of them comes next?
import type { RecordedExchange, Recording } from "./recording";

export type Replay = {
  readonly recording: Recording;
  /** How many times as fast as they came the replies are given. */
  readonly speed: number;
  /** How many requests of each kind were answered. */
  readonly taken: Map<string, number>;
};

export type NextReply = {
  readonly replay: Replay;
  /** Null where the record has no more of this kind. */
  readonly exchange: RecordedExchange | null;
  /** 1 for the first request of this kind. */
  readonly number: number;
  readonly recorded: number;
};

// One shelf per process: runs are started and requests answered in different bundles.
const shelfKey = Symbol.for("toolscope.replays");
type Holder = typeof globalThis & { [shelfKey]?: Map<string, Replay> };
const holder: Holder = globalThis;

function shelf(): Map<string, Replay> {
  holder[shelfKey] ??= new Map();
  return holder[shelfKey];
}

/** Puts a recording under the id of the run it will answer. @returns takes it away again */
export function openReplay(runId: string, recording: Recording, speed: number): () => void {
  shelf().set(runId, { recording, speed, taken: new Map() });
  return () => shelf().delete(runId);
}

/** @returns the reply whose turn it is, in the order of the record; null where no recording answers that run */
export function nextReply(runId: string, method: string, path: string): NextReply | null {
  const replay = shelf().get(runId);
  if (replay === undefined) return null;
  const kind = `${method} ${path}`;
  const ofKind = replay.recording.exchanges.filter((each) => `${each.method} ${each.path}` === kind);
  const index = replay.taken.get(kind) ?? 0;
  replay.taken.set(kind, index + 1);
  return { replay, exchange: ofKind[index] ?? null, number: index + 1, recorded: ofKind.length };
}
