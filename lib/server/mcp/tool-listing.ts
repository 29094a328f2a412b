// Which tools does an MCP server have, and which of them can a run have?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import type { McpTool, McpTools } from "@/lib/protocol/mcp-server";
import { toolDefinitionSchema } from "@/lib/protocol/tool-definition";

const mostTools = 2_000;
const mostPages = 100;
const mostListingBytes = 8_000_000;
const mostToolBytes = 200_000;

/** Asks for one page of the list. */
export type ListPage = (cursor: string | undefined) => Promise<JsonObject>;

/**
 * Reads the list page by page, within bounds. One tool that is malformed is left out, with a notice, and hides no other.
 *
 * @param serverName stands in the handlers of the definitions
 */
export async function listTools(serverName: string, page: ListPage): Promise<McpTools> {
  const notices = new Set<string>();
  const tools = new Map<string, McpTool>();
  const names = new Set<string>();
  const seenCursors = new Set<string>();
  let cursor: string | undefined;
  let bytes = 0;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const answer = await page(cursor);
    const listed: readonly unknown[] = Array.isArray(answer.tools) ? answer.tools : [];
    if (!Array.isArray(answer.tools)) notices.add("It answered a list without tools.");
    for (const each of listed) {
      if (tools.size >= mostTools || bytes > mostListingBytes) {
        notices.add(tooMany(listed.length, tools.size, bytes));
        return { tools: [...tools.values()], notices: [...notices] };
      }
      const tool = readTool(each, serverName, names);
      if (tool === null)
        notices.add("A tool without a name, or without a schema that is an object, was left out.");
      else if (tools.has(tool.name)) notices.add(`It lists ${quoted(tool.name)} twice: the first is taken.`);
      else {
        tools.set(tool.name, tool);
        bytes += tool.description.length + JSON.stringify(tool.inputSchema).length;
      }
    }
    cursor =
      typeof answer.nextCursor === "string" && answer.nextCursor !== "" ? answer.nextCursor : undefined;
    if (cursor === undefined) break;
    if (seenCursors.has(cursor)) {
      notices.add("Its list goes round in circles: a page led back to an earlier one.");
      break;
    }
    seenCursors.add(cursor);
    if (pages === mostPages - 1)
      notices.add(`Its list has more than ${mostPages} pages: the rest was not asked for.`);
  }
  return { tools: [...tools.values()], notices: [...notices] };
}

/** @returns those in whose name, title or description every word of the query occurs */
export function searchTools(listed: McpTools, query: string): McpTools {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ name, title, description }: McpTool) => {
    const text = `${name} ${title ?? ""} ${description}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return { ...listed, tools: listed.tools.filter(fits) };
}

function tooMany(listed: number, taken: number, bytes: number): string {
  const count = taken.toLocaleString("en-US");
  return bytes > mostListingBytes
    ? `Its tools take more than ${mostListingBytes / 1_000_000} MB: the first ${count} are taken.`
    : `It lists ${listed.toLocaleString("en-US")} tools or more: the first ${count} are taken.`;
}

function readTool(given: unknown, serverName: string, names: Set<string>): McpTool | null {
  if (!isJsonObject(given) || typeof given.name !== "string" || given.name === "") return null;
  if (!isJsonObject(given.inputSchema)) return null;
  const { name, title, inputSchema } = given;
  const description = typeof given.description === "string" ? given.description : "";
  const annotations = isJsonObject(given.annotations) ? given.annotations : {};
  const tool = {
    name,
    title:
      typeof title === "string" ? title : typeof annotations.title === "string" ? annotations.title : null,
    description,
    inputSchema,
    annotations,
  };
  const size = JSON.stringify([description, inputSchema]).length;
  if (size > mostToolBytes) {
    const problem = `Its definition has ${size.toLocaleString("en-US")} characters, more than a request has room for.`;
    return { ...tool, description: description.slice(0, 1_000), inputSchema: {}, definition: null, problem };
  }
  if (isJsonObject(given.execution) && given.execution.taskSupport === "required")
    return { ...tool, definition: null, problem: "It runs as a task only, which is not supported here." };
  const handler = { kind: "mcp", server: serverName, tool: name };
  const definition = toolDefinitionSchema.safeParse({
    name: fittingName(name, names),
    description,
    inputSchema,
    handler,
  });
  return definition.success
    ? { ...tool, definition: definition.data, problem: null }
    : { ...tool, definition: null, problem: "It cannot be written as a tool of the Messages API." };
}

/** The API takes 64 letters, digits, underscores and hyphens; the handler knows the tool's own name. */
function fittingName(name: string, taken: Set<string>): string {
  const plain = name.replaceAll(/[^a-zA-Z0-9_-]+/g, "_").slice(0, 64) || "tool";
  let fitting = plain;
  for (let copy = 2; taken.has(fitting); copy += 1) fitting = `${plain.slice(0, 60)}_${copy}`;
  taken.add(fitting);
  return fitting;
}

function quoted(name: string): string {
  return JSON.stringify(name.length > 100 ? `${name.slice(0, 100)}…` : name);
}
