// Which deferred tools does the API's tool search find?

import type { ContentBlock } from "../api/content-block";
import type { CustomTool } from "../api/messages-request";
import { isJsonObject, type JsonObject, ownField } from "../json/canonical-json";
import { rankByWords } from "./bm25";
import { isNestedRepetition, pythonPattern } from "./python-pattern";

export type ToolSearchKind = "regex" | "bm25";

const longest = { regex: 200, bm25: 500 };
const usualHits = 5;
const mostHits = 10_000;

/**
 * The result block of a search in names, descriptions, argument names and argument descriptions. Limits as documented:
 * patterns up to 200 characters, queries up to 500, 5 hits unless `limit` (1 to 10,000) says otherwise.
 */
export function searchTools(
  kind: ToolSearchKind,
  input: JsonObject,
  deferred: readonly CustomTool[],
): ContentBlock {
  const asked = kind === "regex" ? input.pattern : input.query;
  const limit = input.limit ?? usualHits;
  const field = kind === "regex" ? "pattern" : "query";
  if (typeof asked !== "string" || asked === "") return failure(`${field} must be a non-empty string`);
  if (asked.length > longest[kind])
    return failure(`${field} must have at most ${longest[kind]} characters, not ${asked.length}`);
  if (typeof limit !== "number" || !Number.isInteger(limit) || limit < 1 || limit > mostHits)
    return failure(`limit must be an integer from 1 to ${mostHits}`);
  if (kind === "bm25")
    return references(
      rankByWords(asked, deferred, searchedText)
        .slice(0, limit)
        .map(({ item }) => item),
    );
  const pattern = pythonPattern(asked);
  if (pattern === undefined) return failure(`pattern is not a valid regular expression: ${asked}`);
  if (isNestedRepetition(asked)) return failure("pattern takes too long", "execution_time_exceeded");
  return references(deferred.filter((tool) => pattern.test(searchedText(tool))).slice(0, limit));
}

export function searchedText({ name, description, input_schema }: CustomTool): string {
  const properties = ownField(input_schema, "properties");
  const told = isJsonObject(properties)
    ? Object.entries(properties).flatMap(([key, schema]) => [
        key,
        isJsonObject(schema) && typeof schema.description === "string" ? schema.description : "",
      ])
    : [];
  return [name, description ?? "", ...told].join("\n");
}

function references(tools: readonly CustomTool[]): ContentBlock {
  const tool_references = tools.map(({ name }) => ({ type: "tool_reference", tool_name: name }));
  return result({ type: "tool_search_tool_search_result", tool_references });
}

function failure(error_message: string, error_code = "invalid_tool_input"): ContentBlock {
  return result({ type: "tool_search_tool_result_error", error_code, error_message });
}

function result(content: object): ContentBlock {
  return { type: "tool_search_tool_result", content };
}
