// How do the newer web tools run: from within code, which keeps only what matters of what they bring?

import type { ContentBlock } from "../api/content-block";
import type { JsonObject } from "../json/canonical-json";
import { opaque } from "./server-tool";

const caller = { type: "code_execution_20260120" };

/** Versions of 2026 are called by code, unless the definition lets only the model itself call them. */
export function isFiltered({ type, allowed_callers: callers }: JsonObject): boolean {
  const isNew = typeof type === "string" && /^web_(?:search|fetch)_2026/.test(type);
  return isNew && !(Array.isArray(callers) && callers.every((each) => each === "direct"));
}

/** The code, the call and its result within it, and what the code printed: its text is the API's own. */
export function filtered(call: ContentBlock, result: ContentBlock): readonly ContentBlock[] {
  const code = `found = await ${call.name}(${JSON.stringify(call.input)})\nprint(found)`;
  const content = {
    type: "encrypted_code_execution_result",
    encrypted_stdout: opaque(JSON.stringify(result.content)),
    stderr: "",
    return_code: 0,
    content: [],
  };
  return [
    { type: "server_tool_use", name: "code_execution", input: { code } },
    { ...call, caller },
    { ...result, caller },
    { type: "code_execution_tool_result", content },
  ];
}
