// Which tool definitions may a request hold?

import { cacheControlField } from "./block-shapes";
import {
  anything,
  closed,
  dictionary,
  type Fields,
  flag,
  listOf,
  nullable,
  oneOf,
  open,
  type Shape,
  tagged,
  text,
} from "./shape";

export const toolNamePattern = "^[a-zA-Z0-9_-]{1,128}$";

const common: Fields = {
  ...cacheControlField,
  strict: nullable(flag),
  defer_loading: nullable(flag),
  allowed_callers: nullable(
    listOf(oneOf("direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521")),
  ),
};

const custom = closed(
  {
    name: { is: "string", min: 1, pattern: toolNamePattern },
    input_schema: open(
      { type: oneOf("object") },
      { properties: nullable(dictionary), required: nullable(listOf(text)) },
    ),
  },
  {
    ...common,
    description: nullable(text),
    input_examples: nullable(listOf(dictionary)),
    eager_input_streaming: nullable(flag),
  },
);

/** Tools the API defines: the fixed name, then the versions it comes in. Further fields are theirs to have. */
const definedByTheApi: Readonly<Record<string, readonly string[]>> = {
  bash: ["bash_20241022", "bash_20250124"],
  str_replace_editor: ["text_editor_20241022", "text_editor_20250124"],
  str_replace_based_edit_tool: ["text_editor_20250429", "text_editor_20250728"],
  computer: ["computer_20241022", "computer_20250124", "computer_20251124"],
  memory: ["memory_20250818"],
  code_execution: [
    "code_execution_20250522",
    "code_execution_20250825",
    "code_execution_20260120",
    "code_execution_20260521",
  ],
  web_search: ["web_search_20250305", "web_search_20260209", "web_search_20260318"],
  web_fetch: ["web_fetch_20250910", "web_fetch_20260209", "web_fetch_20260309", "web_fetch_20260318"],
  advisor: ["advisor_20260301"],
  tool_search_tool_regex: ["tool_search_tool_regex_20251119", "tool_search_tool_regex"],
  tool_search_tool_bm25: ["tool_search_tool_bm25_20251119", "tool_search_tool_bm25"],
};

const nameless = ["computer_toolset_20260801", "browser_toolset_20260801"];

export const toolDefinition = tagged(
  {
    ...Object.fromEntries(
      Object.entries(definedByTheApi).flatMap(([name, types]) =>
        types.map((type): [string, Shape] => [type, open({ name: oneOf(name) }, common)]),
      ),
    ),
    custom,
    ...Object.fromEntries(nameless.map((type): [string, Shape] => [type, open({}, { configs: anything })])),
    mcp_toolset: open({ mcp_server_name: text }),
  },
  "custom",
);
