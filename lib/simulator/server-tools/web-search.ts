// What does the API's web search find?

import type { ContentBlock } from "../api/content-block";
import { type Article, sentencesOf } from "../corpus/article";
import { articles } from "../corpus/articles";
import { isJsonObject, type JsonObject } from "../json/canonical-json";
import { rankByWords } from "./bm25";
import { isAllowedHost, isUsedUp, opaque, type ServerTool, standIn } from "./server-tool";

const mostResults = 5;
const longestQuery = 1_000;
const longestCitation = 150;

export function webSearch(definition: JsonObject): ServerTool {
  return {
    tool: standIn("web_search", "Search the web for facts and current information", "query"),
    definition,
    call: { type: "server_tool_use" },
    inContainer: false,
    run: ({ query }, earlierUses) => {
      const content = isUsedUp(definition, earlierUses)
        ? searchError("max_uses_exceeded")
        : foundBy(String(query ?? ""), definition);
      return { type: "web_search_tool_result", content, caller: { type: "direct" } };
    },
  };
}

function foundBy(query: string, definition: JsonObject): unknown {
  if (query.trim() === "") return searchError("invalid_tool_input");
  if (query.length > longestQuery) return searchError("query_too_long");
  const within = articles.filter(({ url }) => isAllowedHost(definition, new URL(url).host));
  return rankByWords(query, within, ({ title, text }) => `${title} ${title} ${text}`)
    .slice(0, mostResults)
    .map(({ item }) => ({
      type: "web_search_result",
      title: item.title,
      url: item.url,
      encrypted_content: encryptedContent(item),
      page_age: item.pageAge,
    }));
}

/** What a client has to send back unchanged, so that the page can be cited later. */
export function encryptedContent({ url, text }: Article): string {
  return opaque(url, text);
}

function searchError(error_code: string): object {
  return { type: "web_search_tool_result_error", error_code };
}

export type Finding = { readonly article: Article; readonly sentence: string };

/** The page a search result puts first, and its sentence that fits the query best; undefined where nothing was found. */
export function bestFinding({ content }: ContentBlock, query: string): Finding | undefined {
  if (!Array.isArray(content)) return undefined;
  const urls = content.flatMap((item: unknown) => (isJsonObject(item) ? [item.url] : []));
  const article = articles.find(({ url }) => url === urls[0]);
  return article === undefined ? undefined : { article, sentence: bestSentence(article.text, query) };
}

export function bestSentence(text: string, query: string): string {
  const sentences = sentencesOf(text);
  return rankByWords(query, sentences, (sentence) => sentence)[0]?.item ?? sentences[0] ?? text;
}

/** A text block that quotes what was found, with the citation the API gives. */
export function citedText(lead: string, { article, sentence }: Finding): ContentBlock {
  const citation = {
    type: "web_search_result_location",
    cited_text: sentence.slice(0, longestCitation),
    url: article.url,
    title: article.title,
    encrypted_index: opaque(article.url, String(article.text.indexOf(sentence))),
  };
  return { type: "text", text: `${lead}${sentence}`, citations: [citation] };
}
