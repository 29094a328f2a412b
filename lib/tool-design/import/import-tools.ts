// Which tools does a pasted or dropped text hold, whatever its form?
import { isJsonObject } from "@/lib/protocol/json-object";
import { parsedJson } from "@/lib/protocol/parsed-json";
import { readJson } from "../json-text";
import type { Imported, ImportedTool } from "./imported-tool";
import { toolsOfJson } from "./json-tools";
import { pythonTools } from "./python-tools";
import { scriptTools } from "./script-tools";
import { ImportProblem } from "./tokens";

const mostTools = 2_000;

/** @returns the tools, or why there are none; never throws */
export function importTools(pasted: string): Imported {
  const text = withoutFence(pasted.replace(/^\uFEFF/, "").trim());
  if (text === "") return { ok: false, message: "There is nothing to read yet." };
  const json = parsedJson(text);
  if (json !== undefined) return ofJson(json);
  if (/^\s*[[{]/.test(text) && /^\s*[[{]\s*("|\]|\})/.test(text)) {
    const loose = attempt(() => scriptTools(text));
    if (loose.ok) return loose;
    const read = readJson(text);
    const where = "problem" in read ? `${read.problem.message} (line ${read.problem.line}).` : "";
    return {
      ok: false,
      message: `${where} Correct it, or paste a definition, a zod schema or a function signature.`,
    };
  }
  const isPython = /^\s*(async\s+)?def\s+\w+|^\s*class\s+\w+.*:\s*$|^\s*from\s+[\w.]+\s+import\b/m.test(text);
  return attempt(() => (isPython ? pythonTools(text) : scriptTools(text)));
}

function ofJson(json: unknown): Imported {
  const tools = toolsOfJson(json);
  const name =
    isJsonObject(json) && typeof json.name === "string" && Array.isArray(json.tools) ? json.name : null;
  if (tools.length > 0) return taken(tools, name);
  if (isJsonObject(json) && (isJsonObject(json.mcpServers) || isJsonObject(json.servers))) {
    return {
      ok: false,
      message: "This is a list of MCP servers, not of tools: connect the servers, then add their tools.",
    };
  }
  return {
    ok: false,
    message:
      "This JSON holds no tool. A definition has a name and a schema (input_schema, inputSchema or parameters); a JSON Schema has properties.",
  };
}

function taken(tools: readonly ImportedTool[], name: string | null): Imported {
  if (tools.length <= mostTools) return { ok: true, name, tools };
  return { ok: false, message: `There are ${tools.length} tools in it, and a set may have ${mostTools}.` };
}

function attempt(read: () => ImportedTool[]): Imported {
  try {
    const tools = read();
    if (tools.length > 0) return taken(tools, null);
    return {
      ok: false,
      message: "No tool is in it: paste a definition, a JSON Schema, a zod schema or a function signature.",
    };
  } catch (cause) {
    if (cause instanceof ImportProblem) return { ok: false, message: cause.message };
    // Deeper nesting than the stack holds.
    if (cause instanceof RangeError) return { ok: false, message: "This is nested too deeply to be read." };
    throw cause;
  }
}

/** Chats and documents wrap code in a fence. */
function withoutFence(text: string): string {
  return /```[\w-]*\n([\s\S]*?)\n?```/.exec(text)?.[1]?.trim() ?? text;
}
