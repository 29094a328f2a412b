// What is a scenario: a named setup that is ready to run?

import type { Fault } from "../faults/fault";
import type { Pace, Script } from "../script/script";

export type Scenario = {
  /** Also its name in a path: `/~<name>/v1/messages`. */
  readonly name: string;
  readonly title: string;
  /** What one learns from it, in one sentence. */
  readonly teaches: string;
  readonly prompt: string;
  /** Names of the tools it is played with; one that is not among them may be called all the same, to be refused. */
  readonly tools: readonly string[];
  readonly params?: {
    readonly system?: string;
    readonly model?: string;
    readonly maxTokens?: number;
    readonly maxTurns?: number;
    readonly execution?: "parallel" | "sequential";
    /** Definitions of tools that the API itself runs, sent along as they are. */
    readonly serverTools?: readonly { readonly type: string; readonly name: string }[];
    readonly thinking?: { readonly type: "adaptive"; readonly display: "summarized" };
  };
  /** Left out, the heuristic model answers. */
  readonly script?: Script;
  readonly faults?: readonly Fault[];
  readonly pace?: Pace;
};
