// Which single things does a prompt ask for?

export type Clause = {
  readonly text: string;
  /** Whether it speaks of what an earlier one brings: "email it to Ann". */
  readonly refersBack: boolean;
};

const starters =
  `what|what's|whats|who|when|where|which|how|is|are|does|do|can|could|will|would|please|tell|show|give|get|
  find|search|look|send|email|convert|calculate|compute|add|sum|multiply|subtract|divide|check|book|draw|plot|read|open|
  wait|fetch|translate|create|make|write|set|remind|schedule|compare|summarise|summarize|run|call|use|play|update|delete|
  remove|start|stop|let`.replace(/\s+/g, "");

const connectors =
  "(?:and|but|plus)(?:\\s+(?:then|also|finally|lastly))?|then|also|finally|lastly|after that,?";
/** "the time in Tokyo": a thing asked of something, after which another may be asked of something else. */
const topic = "(?:the|an?|its|their)\\s+(?:[\\p{L}]+\\s+){1,3}(?:in|for|of|at)\\b";
const joint = new RegExp(
  `(?:\\s*,)?\\s+(?:${connectors})\\s+(?=(?:${starters})\\b|${topic})|\\s*,\\s*(?=(?:${starters})\\b)`,
  "giu",
);
const sentenceEnd = /(?<=[.?!;])\s+|\n+/u;
const backReference =
  /\b(it|them|that|this|those|these|the (?:results?|answers?|total|sum|summary|findings|numbers?|values?))\b/iu;

/** Sentences, and within them the parts that begin with a question word or a verb. Quoted text is never taken apart. */
export function clausesOf(prompt: string): readonly Clause[] {
  const quotes: string[] = [];
  const sheltered = prompt
    .replace(/[’‘]/g, "'")
    .replace(/"[^"]*"|“[^”]*”|`[^`]*`/gu, (quoted) => `⟦${quotes.push(quoted) - 1}⟧`);
  const restore = (text: string) =>
    text.replace(/⟦(\d+)⟧/gu, (whole, index) => quotes[Number(index)] ?? whole);
  return sheltered
    .split(sentenceEnd)
    .flatMap((sentence) => sentence.split(joint))
    .map((text) =>
      restore(text)
        .trim()
        .replace(/[.?!;,]+$/u, ""),
    )
    .map((text) => text.replace(/^(?:and|also|then|plus|but|please)\b[\s,]*/iu, ""))
    .filter((text) => /[\p{L}\p{N}]/u.test(text))
    .map((text) => ({
      text,
      refersBack: backReference.test(
        text.replace(/\b(?:time|day|hot|cold) (?:is|will) it\b|\bis it\b/giu, ""),
      ),
    }));
}
