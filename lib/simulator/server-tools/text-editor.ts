// What does the text editor of the API's sandbox do with a file?

import type { ContentBlock } from "../api/content-block";
import { isJsonObject, type JsonObject } from "../json/canonical-json";
import type { ServerTool } from "./server-tool";

export const textEditorName = "text_editor_code_execution";

/** Creates files and shows them again; the files are those that the conversation itself has created. */
export function textEditor(definition: JsonObject): ServerTool {
  const properties = { command: { type: "string" }, path: { type: "string" }, file_text: { type: "string" } };
  const input_schema = { type: "object", properties, required: ["command", "path"] };
  return {
    tool: { name: textEditorName, description: "Create and view files in the sandbox", input_schema },
    definition,
    call: { type: "server_tool_use" },
    inContainer: true,
    run: (input, _uses, earlier) => ({
      type: `${textEditorName}_tool_result`,
      content: edited(input, createdText(String(input.path), earlier)),
    }),
  };
}

function edited({ command, file_text }: JsonObject, known: string | undefined): object {
  const failed = (error_code: string) => ({
    type: `${textEditorName}_tool_result_error`,
    error_code,
    error_message: null,
  });
  if (command === "create" && typeof file_text === "string")
    return { type: `${textEditorName}_create_result`, is_file_update: known !== undefined };
  if (command !== "view") return failed("invalid_tool_input");
  if (known === undefined) return failed("file_not_found");
  const lines = known.split("\n").length;
  return {
    type: `${textEditorName}_view_result`,
    content: known,
    file_type: "text",
    num_lines: lines,
    start_line: 1,
    total_lines: lines,
  };
}

/** The text a file was last created with. */
function createdText(path: string, earlier: readonly ContentBlock[]): string | undefined {
  const inputs = earlier
    .filter(({ type, name }) => type === "server_tool_use" && name === textEditorName)
    .map(({ input }) => (isJsonObject(input) ? input : {}));
  const last = inputs.findLast((input) => input.command === "create" && input.path === path);
  return typeof last?.file_text === "string" ? last.file_text : undefined;
}

/** What the editor's result says in words. */
export function editorOutput({ content }: ContentBlock): string | undefined {
  if (!isJsonObject(content)) return undefined;
  if (content.type === `${textEditorName}_view_result`) return String(content.content);
  if (content.type !== `${textEditorName}_create_result`) return undefined;
  return content.is_file_update === true ? "the file was replaced" : "the file was created";
}
