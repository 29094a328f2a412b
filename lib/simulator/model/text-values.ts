// Which words of a prompt are meant for a parameter that takes free text?

import type { Source } from "./context";
import { labelledNumbersIn, phraseAfter, quotedIn } from "./entities/phrases";
import type { Parameter } from "./parameter";
import { humanWords } from "./words";

const introductions: Partial<Record<Parameter["kind"], readonly string[]>> = {
  title: ["subject", "titled", "title", "entitled", "called", "named", "labelled", "label", "about"],
  text: [
    "saying",
    "that says",
    "body",
    "message",
    "telling (?:him|her|them)(?: that)?",
    "text",
    "note",
    "to say",
    "that",
  ],
  query: [
    "search (?:the web |online )?for",
    "look up",
    "searching for",
    "find out",
    "about",
    "query",
    "search",
    "find",
  ],
};

/** Named by its own word ("subject: Lunch"), introduced ("saying …"), quoted, or, where it must be there, the clause itself. */
export function textValues(parameter: Parameter, source: Source): readonly string[] {
  const { text } = source.clause;
  const own = phraseAfter(text, [humanWords(parameter.name)]);
  const quoted = quotedIn(text);
  if (parameter.kind === "query") {
    if (quoted.length > 0) return quoted;
    const asked = phraseAfter(text, introductions.query ?? []) ?? text;
    return [asked];
  }
  if (own !== undefined) return [own];
  const introduced = phraseAfter(text, introductions[parameter.kind] ?? []);
  if (introduced !== undefined) return [introduced];
  if (!parameter.required) return [];
  if (parameter.kind === "text") return [quoted.at(-1) ?? source.found?.text ?? text];
  if (parameter.kind === "title") return [quoted[0] ?? titleFrom(text)];
  return quoted.length > 0 ? quoted : namesIn(text);
}

/** What a clause is about, in a few words: without its verb. */
function titleFrom(text: string): string {
  const labels = labelledNumbersIn(text).map(({ label }) => label);
  if (labels.length > 0 && !text.includes(":")) return labels.slice(0, 6).join(", ");
  const said = phraseAfter(text, introductions.text ?? []);
  if (said !== undefined) return opening(said);
  const subject =
    /\b(?:of|about|on|for|with|showing)\s+([^:,]+)/iu.exec(text)?.[1] ??
    text.replace(/^\w+\s+(?:an?|the)\s+/iu, "");
  return opening(subject);
}

/** The first words, with a capital in front. */
function opening(text: string): string {
  const short = text.split(/\s+/).slice(0, 8).join(" ").trim();
  return short.charAt(0).toUpperCase() + short.slice(1);
}

/** Names as a last resort: capitalised words that do not open the sentence. */
function namesIn(text: string): readonly string[] {
  const names = Array.from(
    text.matchAll(/(?<=\s)\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'-]+)*/gu),
    (match) => match[0],
  );
  return names.slice(0, 1);
}
