// Does a set that was exported come back as it was, and is it of use to others?
import { describe, expect, it } from "vitest";
import { runRequestSchema } from "@/lib/protocol/run-request";
import { gallerySets } from "@/lib/tool-design/gallery/gallery-sets";
import { importTools } from "@/lib/tool-design/import/import-tools";
import { itemName } from "@/lib/tool-design/item-name";
import { newTool } from "@/lib/tool-design/new-tool";
import { toolOfItem } from "@/lib/tool-design/tool-of-item";
import { itemsOfImport } from "./import-items";
import { anthropicTools, fileName, mcpTools, setFile } from "./set-file";
import { setOfTools } from "./set-from-run";

function importedItems(text: string, taken: string[] = [], off: string[] = []) {
  const read = importTools(text);
  if (!read.ok) throw new Error(read.message);
  return itemsOfImport(read.tools, taken, off);
}

describe("the file of a set", () => {
  it.each(gallerySets.map((set) => [set.name, set] as const))(
    "%s comes back as it was",
    (_, { title, tools }) => {
      const set = { ...setOfTools(title, tools), name: title };
      const sent = set.tools.filter(({ enabled }) => enabled);
      const { text, leftOut } = setFile({ ...set, tools: sent });
      expect(leftOut).toEqual([]);
      expect(importedItems(text).map(toolOfItem)).toEqual(sent.map(toolOfItem));
      const body = { prompt: "Go", tools: JSON.parse(text).tools };
      expect(runRequestSchema.safeParse(body).success).toBe(true);
    },
  );

  it("says what is switched off, and leaves out secrets and what is no JSON", () => {
    const secret = { id: "h", name: "x-key", value: "s3cret", secret: true };
    const http = {
      ...newTool("a", [], "http"),
      enabled: false,
      handlers: { http: { url: "https://x.example", headers: [secret] } },
    };
    const broken = { ...newTool("b", []), name: "broken", schemaText: "{" };
    const { text, leftOut } = setFile({ id: "s", name: "S", taken: false, tools: [http, broken] });
    expect(text).not.toContain("s3cret");
    expect(leftOut).toEqual(["broken"]);
    expect(JSON.parse(text).off).toEqual([http.name]);
    expect(importedItems(text, [], JSON.parse(text).off)).toMatchObject([{ enabled: false }]);
  });

  it("gives tools whose names are taken another, and no built-in tool twice", () => {
    const text = JSON.stringify({
      name: "S",
      tools: ["wait", { name: "look_up", inputSchema: { type: "object" } }],
    });
    expect(importedItems(text, ["wait", "look_up"]).map(itemName)).toEqual(["look_up_2"]);
  });

  it("has a name that every file system takes", () => {
    expect(fileName("Shop / Größe: 1?")).toBe("shop-gr-e-1.tools.json");
    expect(fileName("🛠")).toBe("tools.tools.json");
  });
});

describe("tools for other programs", () => {
  const set = {
    id: "s",
    name: "S",
    taken: false,
    tools: [
      { ...newTool("a", []), name: "mine", description: "Mine." },
      { id: "b", enabled: true, kind: "builtin" as const, name: "wait" as const },
      {
        id: "c",
        enabled: true,
        kind: "server" as const,
        definitionText: '{"type":"web_search_20250305","name":"web_search"}',
      },
      { ...newTool("d", []), name: "off", enabled: false },
    ],
  };
  const builtins = [{ name: "wait", description: "Waits.", inputSchema: { type: "object" } }];

  it("are those that are on, in the API's own names", () => {
    const tools: { name: string; input_schema?: unknown }[] = JSON.parse(anthropicTools(set, builtins).text);
    expect(tools.map(({ name }) => name)).toEqual(["mine", "wait", "web_search"]);
    expect(tools[0]).toMatchObject({ description: "Mine.", input_schema: { type: "object" } });
  });

  it("are those with a schema for MCP, and it is said which are left out", () => {
    const { text, leftOut } = mcpTools(set, builtins);
    expect(JSON.parse(text).tools).toMatchObject([{ name: "mine", inputSchema: {} }, { name: "wait" }]);
    expect(leftOut).toEqual(["web_search"]);
  });
});
