// Which content blocks may a request hold, and with which fields?

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
  tagged,
  text,
  textOr,
} from "./shape";

export const cacheControlField: Fields = {
  cache_control: nullable(closed({ type: oneOf("ephemeral") }, { ttl: oneOf("5m", "1h") })),
};
const clientId = { is: "string", pattern: "^[a-zA-Z0-9_-]+$" } as const;
const serverId = { is: "string", pattern: "^srvtoolu_[a-zA-Z0-9_]+$" } as const;
const toolName = { is: "string", min: 1, max: 200 } as const;

const imageSource = tagged({
  base64: closed({ media_type: oneOf("image/jpeg", "image/png", "image/gif", "image/webp"), data: text }),
  url: closed({ url: text }),
  file: closed({ file_id: text }),
});
const documentSource = tagged({
  base64: closed({ media_type: oneOf("application/pdf"), data: text }),
  text: closed({ media_type: oneOf("text/plain"), data: text }),
  content: closed({ content: anything }),
  url: closed({ url: text }),
  file: closed({ file_id: text }),
});

const textBlock = closed({ text }, { ...cacheControlField, citations: nullable(listOf(anything)) });
const image = closed({ source: imageSource }, { ...cacheControlField, transformations: anything });
const document = closed(
  { source: documentSource },
  {
    ...cacheControlField,
    title: nullable(text),
    context: nullable(text),
    citations: nullable(closed({}, { enabled: flag })),
  },
);
const searchResult = closed(
  { source: text, title: text, content: listOf(tagged({ text: textBlock })) },
  { ...cacheControlField, citations: nullable(closed({}, { enabled: flag })) },
);
const toolReference = closed({ tool_name: text }, cacheControlField);

const toolResult = closed(
  { tool_use_id: clientId },
  {
    ...cacheControlField,
    content: nullable(
      textOr(
        listOf(
          tagged({
            text: textBlock,
            image,
            search_result: searchResult,
            document,
            tool_reference: toolReference,
            browser_state: open(),
          }),
        ),
      ),
    ),
    is_error: nullable(flag),
    toolset_name: nullable(text),
  },
);

const call: Fields = { ...cacheControlField, caller: nullable(anything), toolset_name: nullable(text) };
const serverResult = open({ tool_use_id: serverId, content: anything });

const userBlocks = {
  text: textBlock,
  image,
  document,
  search_result: searchResult,
  tool_result: toolResult,
  container_upload: closed({ file_id: text }, cacheControlField),
};

/** Every block that `messages` may hold, whatever the role: which role may hold which is a rule of its own. */
export const contentBlock = tagged({
  ...userBlocks,
  thinking: closed({ thinking: text, signature: text }),
  redacted_thinking: closed({ data: text }),
  tool_use: closed({ id: clientId, name: toolName, input: dictionary }, call),
  server_tool_use: closed({ id: serverId, name: toolName, input: dictionary }, call),
  web_search_tool_result: serverResult,
  web_fetch_tool_result: serverResult,
  code_execution_tool_result: serverResult,
  bash_code_execution_tool_result: serverResult,
  text_editor_code_execution_tool_result: serverResult,
  tool_search_tool_result: serverResult,
  advisor_tool_result: serverResult,
  mcp_tool_use: open({ id: text, name: toolName, input: dictionary, server_name: text }),
  mcp_tool_result: open({ tool_use_id: text }),
  mcp_tool_listing: open({ mcp_server_name: text }),
  compaction: closed(
    {},
    {
      ...cacheControlField,
      content: nullable({ is: "string", min: 1 }),
      encrypted_content: nullable(text),
      signature: nullable(text),
      tool_changes: nullable(listOf(open())),
    },
  ),
  fallback: open(),
  tool_addition: closed({ tool: dictionary }, cacheControlField),
  tool_removal: closed({ tool: dictionary }, cacheControlField),
});

export const systemBlock = tagged({ text: textBlock });
