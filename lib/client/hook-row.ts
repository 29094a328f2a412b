// What is one hook of the tool runner while somebody is still writing it?
import type { RunnerHook } from "@/lib/protocol/engine-choice";

export const hookKinds = [
  "edit-params",
  "append-messages",
  "edit-tool-result",
  "stop-on-tool-error",
  "compact",
] as const satisfies readonly RunnerHook["kind"][];
export type HookKind = (typeof hookKinds)[number];

/** One hook of the form. What its kind has no use for is kept, so that a kind tried out costs nothing. */
export type HookRow = {
  readonly id: string;
  readonly kind: HookKind;
  readonly afterTurn: number | null;
  readonly tool: string;
  /** JSON of `params`, `messages` or `fields`, as the kind has it. */
  readonly jsonText: string;
};

/** The fields a kind has, by their names in a run request; `turn` says whether it can do without one. */
type HookFields = {
  readonly turn: "required" | "optional" | "none";
  readonly tool: boolean;
  readonly json: "params" | "messages" | "fields" | null;
};

export const hookFields: Readonly<Record<HookKind, HookFields>> = {
  "edit-params": { turn: "optional", tool: false, json: "params" },
  "append-messages": { turn: "required", tool: false, json: "messages" },
  "edit-tool-result": { turn: "optional", tool: true, json: "fields" },
  "stop-on-tool-error": { turn: "none", tool: true, json: null },
  compact: { turn: "required", tool: false, json: null },
};

/** What a new hook, or one of another kind, starts with. */
export const firstJson: Readonly<Record<HookKind, string>> = {
  "edit-params": '{ "max_tokens": 1024 }',
  "append-messages": '[{ "role": "user", "content": "Be brief." }]',
  "edit-tool-result": '{ "cache_control": { "type": "ephemeral" } }',
  "stop-on-tool-error": "",
  compact: "",
};
