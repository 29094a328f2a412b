// Which calls of the tools that the API executes does a clause of a prompt ask for?

import type { JsonObject } from "../json/canonical-json";
import { pythonCommand } from "../server-tools/code-execution";
import type { ServerTool } from "../server-tools/server-tool";
import { textEditorName } from "../server-tools/text-editor";
import type { ToolSearchKind } from "../server-tools/tool-search";
import type { PlannedCall } from "./plan-calls";
import { contentStems, stem, wordsOf } from "./words";

const longestPattern = 200;
const longestQuery = 500;
const commands =
  /^(?:please\s+)?(?:(?:search|look|browse|google|check|find(?: out)?)\b(?:\s+(?:up|on|in|online|the|web|internet|for|about))*|(?:tell|show|give) me(?: about)?|(?:who|what|when|where|which)(?:'s| is| was| are| were)\s+(?:the\s+)?)\s*/iu;
const invented = /\b(?:joke|poem|story|song|haiku|essay)\b/iu;
const program = /`([^`]+)`|["“]([^"”]*(?:print\(|[-+*/])[^"”]*)["”]/u;
const expression = /(?:\d|\()[\d\s.()]*(?:(?:\*\*|\/\/|[-+*/%×÷^])[\s\d.()]+)+/u;

/** What asks for the web, a page or a sandbox by name, whether or not a tool of the caller's own would fit. */
export function callsByName(clause: string, served: readonly ServerTool[]): readonly PlannedCall[] {
  if (/\bpython\b|\bcode\b|\bsandbox\b/iu.test(clause)) {
    const calls = codeCalls(clause, served);
    if (calls.length > 0) return calls;
  }
  return /\b(?:web|online|internet)\b|\bgoogle\b/iu.test(clause) ? searchCalls(clause, served) : [];
}

/** What serves where none of the caller's own tools fits: a page for an address, a sandbox for sums, else the web. */
export function callsInstead(clause: string, served: readonly ServerTool[]): readonly PlannedCall[] {
  const addresses = clause.match(/https?:\/\/[^\s"'<>)\]]+[^\s"'<>)\].,;!?]/giu) ?? [];
  const fetches = addresses.flatMap((url) => callOf(served, "web_fetch", { url }));
  if (fetches.length > 0) return fetches;
  const files = fileCalls(clause, served);
  if (files.length > 0) return files;
  const sums = codeCalls(clause, served);
  if (sums.length > 0) return sums;
  return clause.split(/\s+/).length > 2 && !invented.test(clause) ? searchCalls(clause, served) : [];
}

function searchCalls(clause: string, served: readonly ServerTool[]): readonly PlannedCall[] {
  const asked = clause.replace(commands, "").trim();
  const query = (asked === "" ? clause : asked).slice(0, longestQuery);
  return callOf(served, "web_search", { query });
}

function codeCalls(clause: string, served: readonly ServerTool[]): readonly PlannedCall[] {
  const [, ticked, quoted] = program.exec(clause) ?? [];
  const sum = expression
    .exec(clause)?.[0]
    .trim()
    .replaceAll("×", "*")
    .replaceAll("÷", "/")
    .replaceAll("^", "**");
  const text = ticked ?? quoted ?? sum;
  if (text === undefined) return [];
  const code = text.includes("print(") ? text : `print(${text})`;
  return [
    ...callOf(served, "bash_code_execution", { command: pythonCommand(code) }),
    ...callOf(served, "code_execution", { code }),
  ];
}

/** "Create a file notes.txt with “Hello”", "show the file notes.txt". */
function fileCalls(clause: string, served: readonly ServerTool[]): readonly PlannedCall[] {
  const path = /\bfile (?:named |called )?([\w./-]+\.\w+)/iu.exec(clause)?.[1];
  if (path === undefined) return [];
  const file_text = /["“`]([^"”`]+)["”`]/u.exec(clause)?.[1];
  if (/^(?:create|write|save|make)\b/iu.test(clause) && file_text !== undefined)
    return callOf(served, textEditorName, { command: "create", path, file_text });
  const isShown = /^(?:show|read|view|open|what)\b/iu.test(clause);
  return isShown ? callOf(served, textEditorName, { command: "view", path }) : [];
}

function callOf(served: readonly ServerTool[], name: string, input: JsonObject): readonly PlannedCall[] {
  const found = served.find(({ tool }) => tool.name === name);
  return found === undefined ? [] : [{ tool: found.tool, input }];
}

/** What to put to a tool search for these clauses: their words, as a query or as a pattern of alternatives. */
export function toolSearchInput(kind: ToolSearchKind, clauses: readonly string[]): JsonObject | undefined {
  const words = [...new Set(clauses.flatMap(wordsOf).filter((word) => contentStems(word).size > 0))];
  if (words.length === 0) return undefined;
  if (kind === "bm25") return { query: words.join(" ").slice(0, longestQuery) };
  const stems = words.map(stem);
  while (stems.join("|").length > longestPattern) stems.pop();
  return stems.length === 0 ? undefined : { pattern: stems.join("|") };
}
