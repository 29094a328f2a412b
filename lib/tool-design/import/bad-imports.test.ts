// Is it told why a text is no tool, and does nothing break on the way?
import { describe, expect, it } from "vitest";
import { toolDefinitionSchema } from "@/lib/protocol/tool-definition";
import { importTools } from "./import-tools";

describe("what is no tool", () => {
  it.each([
    ["", "nothing to read"],
    ["{", "was expected"],
    ['{"name": "x",', "not JSON"],
    ['{"a": 1}', "holds no tool"],
    ["[]", "holds no tool"],
    ['{"mcpServers":{"a":{"command":"x"}}}', "MCP servers"],
    ["z.object({ a: Elsewhere })", '"Elsewhere" is not in what was pasted'],
    ["z.object({ a: z.function() })", "z.function has no JSON Schema"],
    ["const A = z.object({ a: A });", "refers to itself"],
    ["function f(a: string", "was expected"],
    ["def f(a: str", "was expected"],
    ["hello there", "No tool is in it"],
    ["\u0000\u0001", "cannot be read"],
    [`${"[".repeat(20_000)}`, ""],
    [`z.object(${"{a:z.object(".repeat(5_000)}`, ""],
  ])("is told why: %j", (text, words) => {
    const read = importTools(text);
    expect(read.ok ? "" : read.message).toContain(words);
    expect(read.ok).toBe(false);
  });

  it("or only the beginning of one: it is read or refused, wherever it was cut", () => {
    const texts = [
      'const a = z.object({ b: z.array(z.enum(["x"])).min(1).describe(`t`) }); server.tool("n", "d", { c: z.int() }, async (x) => {});',
      "/** D\n * @param q Q */ export async function f<T>({ a = 1, b: c }: { a?: number[]; b: 'x' | null }, d = [1]): Promise<T> {}",
      'type A = { a: B & C }; enum E { X = "x" } const g = async (a: A, ...r: Array<[string, number]>) => ({ a });',
      'class M(BaseModel):\n    """D"""\n    a: Annotated[list[int], Field(ge=1)] = Field(None)\n\ndef f(m: M, *, k: Literal["a"] = "a", **kw) -> M:\n    """D\n\n    Args:\n        m: M\n    """',
      '{"tools":[{"type":"function","function":{"name":"a","parameters":{"type":"OBJECT"}}}]}',
    ];
    for (const text of texts) {
      expect(importTools(text).ok).toBe(true);
      for (let end = 0; end < text.length; end += 1)
        expect(importTools(text.slice(0, end))).toHaveProperty("ok");
    }
  });

  it("never pollutes a prototype, and every tool fits the definition once it has a handler", () => {
    const evil =
      '{"name":"x","input_schema":{"type":"object","properties":{"__proto__":{"type":"string"},"constructor":{"type":"string"}}}}';
    const read = importTools(evil);
    const tool = {
      ...(read.ok ? (read.tools[0]?.tool as object) : {}),
      handler: { kind: "fixed", content: "" },
    };
    expect(toolDefinitionSchema.safeParse(tool).success).toBe(true);
    expect(({} as { type?: string }).type).toBeUndefined();
    expect(importTools("z.object({ __proto__: z.string() })").ok).toBe(true);
  });
});
