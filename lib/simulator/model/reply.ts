// What does the model hand over before it becomes a message?

import type { ContentBlock } from "../api/content-block";
import type { JsonObject } from "../json/canonical-json";

/** Ids and signatures may be left out: the message builder makes them. */
export type Reply = {
  readonly content: readonly ContentBlock[];
  readonly stopReason: string;
  readonly stopSequence?: string;
  readonly stopDetails?: JsonObject;
  readonly container?: JsonObject;
  readonly usage?: JsonObject;
  readonly delayMs?: number;
  readonly tokensPerSecond?: number;
};
