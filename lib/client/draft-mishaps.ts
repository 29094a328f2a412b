// Which mistakes can the setup switch on, each in one sentence?
import type { Mishap } from "@/lib/protocol/mishap";

/** In the order of the form: the sentence says what our loop does wrong, and what comes of it. */
export const mishapSentences: Readonly<Record<Mishap, string>> = {
  "drop-default-headers-on-follow-up":
    "Default headers are on the first request only; a gateway that wants one answers 401 to the second.",
  "forget-granted-tools":
    "Deferred tools that were found or granted, and what granted them, are gone from the next request.",
  "forget-container":
    "The container the last reply named is not sent along: code starts anew, or is refused.",
  "forget-tool-result": "The last result of a batch, or the only one, is left out: a call without an answer.",
  "text-before-tool-results": "A text stands in front of the results, which have to come first.",
  "split-tool-results":
    "Each result goes back in a message of its own: accepted, and a lesson to call one at a time.",
  "strip-thinking": "Thinking blocks are taken out of the reply before it goes back.",
};

export const mishapNames: Readonly<Record<Mishap, string>> = {
  "drop-default-headers-on-follow-up": "Drop default headers on follow-ups",
  "forget-granted-tools": "Forget granted tools",
  "forget-container": "Forget the container",
  "forget-tool-result": "Forget a tool result",
  "text-before-tool-results": "Put text before tool results",
  "split-tool-results": "Split tool results",
  "strip-thinking": "Strip thinking",
};

/** In the order of the form. */
export const mishapList = Object.keys(mishapSentences) as readonly Mishap[];

/** @returns the mishap of that name; null where there is none */
export function mishapOf(value: unknown): Mishap | null {
  return mishapList.find((mishap) => mishap === value) ?? null;
}
