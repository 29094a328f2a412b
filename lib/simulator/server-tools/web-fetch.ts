// What does the API's web fetch bring?

import type { ContentBlock } from "../api/content-block";
import { articles } from "../corpus/articles";
import { isJsonObject, type JsonObject } from "../json/canonical-json";
import { isAllowedHost, isUsedUp, type ServerTool, standIn } from "./server-tool";

const longestUrl = 250;
const charactersPerToken = 4;
/** Fixed, so that the same request has the same answer. */
const retrievedAt = "2026-11-21T12:00:00Z";

export function webFetch(definition: JsonObject): ServerTool {
  return {
    tool: standIn("web_fetch", "Fetch the web page at a url", "url"),
    definition,
    call: { type: "server_tool_use" },
    inContainer: false,
    run: ({ url }, earlierUses) => ({
      type: "web_fetch_tool_result",
      content: fetched(String(url ?? ""), definition, earlierUses),
      caller: { type: "direct" },
    }),
  };
}

function fetched(address: string, definition: JsonObject, earlierUses: number): object {
  const refused = (error_code: string) => ({ type: "web_fetch_tool_result_error", error_code });
  if (isUsedUp(definition, earlierUses)) return refused("max_uses_exceeded");
  if (address.length > longestUrl) return refused("url_too_long");
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return refused("invalid_tool_input");
  if (!isAllowedHost(definition, url.host)) return refused("url_not_allowed");
  const page = articles.find((article) => placeOf(new URL(article.url)) === placeOf(url));
  if (page === undefined) return refused("url_not_accessible");
  const { max_content_tokens: most, citations } = definition;
  const length = typeof most === "number" ? most * charactersPerToken : page.text.length;
  return {
    type: "web_fetch_result",
    url: address,
    content: {
      type: "document",
      source: { type: "text", media_type: "text/plain", data: page.text.slice(0, length) },
      title: page.title,
      citations: isJsonObject(citations) ? citations : null,
    },
    retrieved_at: retrievedAt,
  };
}

function placeOf({ host, pathname }: URL): string {
  return `${host}${pathname.replace(/\/$/, "")}`;
}

/** The text of a fetched page with its title; undefined where there is none. */
export function fetchedPage({ content }: ContentBlock): { title: string; text: string } | undefined {
  if (!isJsonObject(content) || !isJsonObject(content.content)) return undefined;
  const { title, source } = content.content;
  return isJsonObject(source) ? { title: String(title), text: String(source.data) } : undefined;
}
