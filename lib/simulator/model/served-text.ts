// What does the model write before and after what the API executed for it?

import type { ContentBlock } from "../api/content-block";
import { sentencesOf } from "../corpus/article";
import { articles } from "../corpus/articles";
import { fetchedPage } from "../server-tools/web-fetch";
import { bestFinding, citedText, type Finding } from "../server-tools/web-search";
import type { AnsweredCall } from "./conversation";
import { describeAnswer } from "./describe-result";
import type { PlannedCall } from "./plan-calls";
import { isFailure, resultText } from "./progress";

const sentencesShown = 3;
const purposes: Readonly<Record<string, string>> = {
  web_search: "search the web",
  web_fetch: "fetch the page",
  bash_code_execution: "run a little code",
  code_execution: "run a little code",
  text_editor_code_execution: "edit files in the sandbox",
};

export const lookingForTools = "None of the tools I see fits; I'll look for one that does.";

/** The sentence before the first call that the API executes. */
export function servedAnnouncement({ tool }: PlannedCall): string {
  return `I'll ${purposes[tool.name] ?? `use ${tool.name}`}.`;
}

/** The block that tells what one executed call brought, with a citation where it comes from a search. */
export function servedText(answer: AnsweredCall, served: ContentBlock): ContentBlock {
  const { name, input } = answer.call;
  if (name === "web_search" && !isFailure(answer)) {
    const finding = bestFinding(served, String(input.query));
    if (finding !== undefined) return citedText(leadOf(finding), finding);
    const size = `the ${articles.length} pages that the simulator's own little web has`;
    return text(`The search for “${String(input.query)}” found nothing in ${size}.`);
  }
  const page = fetchedPage(served);
  if (page !== undefined)
    return text(`${page.title} says: ${sentencesOf(page.text).slice(0, sentencesShown).join(" ")}`);
  const isCode = name === "bash_code_execution" || name === "code_execution";
  if (isCode && !isFailure(answer)) return text(`The code printed ${resultText(answer.result)}.`);
  return text(describeAnswer(answer));
}

/** The title, unless the sentence names it already. */
function leadOf({ article, sentence }: Finding): string {
  return sentence.includes(article.title) ? "" : `${article.title}: `;
}

function text(words: string): ContentBlock {
  return { type: "text", text: words };
}
