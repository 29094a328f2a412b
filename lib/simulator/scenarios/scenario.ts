// What is a scenario: a named setup that is ready to run?

import type { Fault } from "../faults/fault";
import type { JsonObject } from "../json/canonical-json";
import type { Pace, Script } from "../script/script";

/** A tool with a fixed reply, or one that a person answers, in the words of a run request. */
export type ScenarioTool = {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: JsonObject;
  readonly strict?: boolean;
  readonly deferLoading?: boolean;
  readonly allowedCallers?: readonly string[];
  /** Whether a person has to approve each call before it runs. */
  readonly needsApproval?: boolean;
  readonly handler:
    | { readonly kind: "fixed"; readonly content: string | readonly JsonObject[] }
    | { readonly kind: "human"; readonly question: string; readonly answerSchema: JsonObject };
};

export type Scenario = {
  /** Also its name in a path: `/~<name>/v1/messages`. */
  readonly name: string;
  readonly title: string;
  /** What one learns from it, in one sentence. */
  readonly teaches: string;
  readonly prompt: string;
  /**
   * The tools it is played with: the name of one the player has, or a tool whole. One that is not among them may be
   * called all the same, to be refused.
   */
  readonly tools: readonly (string | ScenarioTool)[];
  readonly params?: {
    readonly system?: string;
    readonly model?: string;
    readonly maxTokens?: number;
    readonly maxTurns?: number;
    readonly execution?: "parallel" | "sequential";
    /** Definitions of tools that the API itself runs, sent along as they are. */
    readonly serverTools?: readonly { readonly type: string; readonly name: string }[];
    readonly thinking?: { readonly type: "adaptive"; readonly display: "summarized" };
    /** Mistakes the player makes on purpose, by the names it has for them; another player leaves them out. */
    readonly mishaps?: readonly string[];
    /** Headers of the player's client, meant for every request. */
    readonly defaultHeaders?: readonly { readonly name: string; readonly value: string }[];
    /** Whether the player goes through a gateway. */
    readonly gateway?: boolean;
  };
  /** Left out, the heuristic model answers. */
  readonly script?: Script;
  readonly faults?: readonly Fault[];
  readonly pace?: Pace;
};
