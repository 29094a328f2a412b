// Does what people have at hand become a tool, and is it told why where it does not?
import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/protocol/json-object";
import { importTools } from "./import-tools";

function toolsIn(text: string) {
  const read = importTools(text);
  if (!read.ok) throw new Error(read.message);
  return read.tools.map(({ tool }) => (typeof tool === "string" ? { name: tool } : tool));
}
const only = (text: string): JsonObject | undefined => {
  const [tool, ...more] = toolsIn(text);
  expect(more).toEqual([]);
  return tool;
};

const city = { type: "string", description: "Name of the city" };
const weather = {
  name: "get_weather",
  description: "Gives the weather.",
  inputSchema: { type: "object", properties: { city }, required: ["city"] },
};
const schema = weather.inputSchema;

describe("JSON becomes a tool", () => {
  it.each([
    ["Anthropic", { name: "get_weather", description: "Gives the weather.", input_schema: schema }],
    [
      "Anthropic with a type",
      { type: "custom", name: "get_weather", description: "Gives the weather.", input_schema: schema },
    ],
    [
      "OpenAI chat",
      {
        type: "function",
        function: { name: "get_weather", description: "Gives the weather.", parameters: schema },
      },
    ],
    [
      "OpenAI responses",
      { type: "function", name: "get_weather", description: "Gives the weather.", parameters: schema },
    ],
    ["MCP", { name: "get_weather", description: "Gives the weather.", inputSchema: schema }],
    [
      "an MCP answer",
      { jsonrpc: "2.0", id: 1, result: { tools: [{ ...weather, annotations: { readOnlyHint: true } }] } },
    ],
    [
      "a request",
      {
        model: "m",
        messages: [],
        tools: [{ name: "get_weather", description: "Gives the weather.", input_schema: schema }],
      },
    ],
    [
      "Gemini",
      {
        functionDeclarations: [
          {
            name: "get_weather",
            description: "Gives the weather.",
            parameters: { ...schema, type: "OBJECT" },
          },
        ],
      },
    ],
    ["tools by name", { tools: { get_weather: { description: "Gives the weather.", parameters: schema } } }],
    ["JSON Schema", { title: "get_weather", description: "Gives the weather.", ...schema }],
  ])("of %s", (_, value) => {
    expect(only(JSON.stringify(value))).toEqual(weather);
  });

  it("with the further fields of Anthropic and OpenAI", () => {
    const full = {
      name: "t",
      input_schema: schema,
      input_examples: [{ city: "Oslo" }],
      strict: true,
      defer_loading: true,
      cache_control: { type: "ephemeral" },
      allowed_callers: ["direct"],
      eager_input_streaming: true,
    };
    expect(only(JSON.stringify(full))).toMatchObject({
      inputExamples: [{ city: "Oslo" }],
      strict: true,
      deferLoading: true,
      cacheControl: { type: "ephemeral" },
      allowedCallers: ["direct"],
      eagerInputStreaming: true,
    });
    expect(only(JSON.stringify({ type: "function", function: { name: "t", strict: true } }))).toMatchObject({
      strict: true,
    });
  });

  it("many at once, server tools among them, and in a fence", () => {
    const list = [
      { type: "web_search_20250305", name: "web_search" },
      { name: "a", input_schema: schema },
      weather,
    ];
    expect(toolsIn(`Here you are:\n\`\`\`json\n${JSON.stringify(list)}\n\`\`\`\nBye`)).toHaveLength(3);
  });
});

describe("a function becomes a tool", () => {
  it.each([
    [
      "TypeScript",
      `/**
       * Gives the weather.
       * @param city Name of the city
       * @returns it
       */
      export async function getWeather(city: string): Promise<Weather> { return fetch(\`/\${city}\`); }`,
    ],
    [
      "JavaScript with JSDoc types",
      `/** Gives the weather.
       * @param {string} city - Name of the city */
      const getWeather = async (city: string) => ({});`,
    ],
    [
      "one destructured object",
      `/** Gives the weather. */
      export const getWeather = ({ city }: { /** Name of the city */ city: string }): number => 1;`,
    ],
    [
      "an interface",
      `interface Args { /** Name of the city */ city: string }
      /** Gives the weather. */
      function getWeather(args: Args) {}`,
    ],
    [
      "Python, Google style",
      `@tool
async def get_weather(city: str) -> dict[str, float]:
    """Gives the weather.

    Args:
        city (str): Name of the city

    Returns:
        The weather
    """
    return {"a": 1}`,
    ],
    [
      "Python, NumPy style",
      `def get_weather(self, city: str):
    '''Gives the weather.

    Parameters
    ----------
    city : str
        Name of the city
    '''`,
    ],
    [
      "Python, Sphinx style",
      `def get_weather(city: "str"):
    """Gives the weather.

    :param city: Name of the city
    """`,
    ],
    [
      "Python with Annotated",
      `from typing import Annotated
def get_weather(city: Annotated[str, Field(description="Name of the city")]):
    """Gives the weather."""`,
    ],
    [
      "pydantic",
      `class GetWeatherInput(BaseModel):
    """Gives the weather."""

    city: str = Field(..., description="Name of the city")`,
    ],
  ])("in %s", (_, text) => {
    expect(only(text)).toEqual(weather);
  });

  it("with all kinds of TypeScript types", () => {
    const tool = only(`type Unit = "c" | "f";
      enum Size { S = "s", L = "l" }
      declare function look_up(q: string, unit: Unit = "c", n?: number, ids: string[], m: Record<string, number>,
        o: { a: boolean; b?: null | string }, size: Size, other: Elsewhere, ...rest: Array<number>): void;`);
    expect(tool?.inputSchema).toEqual({
      type: "object",
      properties: {
        q: { type: "string" },
        unit: { type: "string", enum: ["c", "f"], default: "c" },
        n: { type: "number" },
        ids: { type: "array", items: { type: "string" } },
        m: { type: "object", additionalProperties: { type: "number" } },
        o: {
          type: "object",
          properties: { a: { type: "boolean" }, b: { anyOf: [{ type: "null" }, { type: "string" }] } },
          required: ["a"],
        },
        size: { enum: ["s", "l"] },
        other: {},
        rest: { type: "array", items: { type: "number" } },
      },
      required: ["q", "ids", "m", "o", "size", "other"],
    });
  });

  it("with all kinds of Python hints", () => {
    const tool = only(`class Unit(str, Enum):
    C = "c"
    F = "f"

class Place(BaseModel):
    name: str
    lat: float | None = None

def look_up(q: str, *, n: int = 3, ids: list[str], unit: Unit = Unit.C, kind: Literal["a", 'b'] = "a",
            m: Dict[str, float], at: Optional[datetime] = None, where: Place, pair: tuple[int, str], on=True, **kw):
    pass`);
    expect(tool?.inputSchema).toEqual({
      type: "object",
      properties: {
        q: { type: "string" },
        n: { type: "integer", default: 3 },
        ids: { type: "array", items: { type: "string" } },
        unit: { enum: ["c", "f"] },
        kind: { type: "string", enum: ["a", "b"], default: "a" },
        m: { type: "object", additionalProperties: { type: "number" } },
        at: { type: ["string", "null"], format: "date-time" },
        where: {
          type: "object",
          properties: { name: { type: "string" }, lat: { type: ["number", "null"] } },
          required: ["name"],
        },
        pair: { type: "array", prefixItems: [{ type: "integer" }, { type: "string" }] },
        on: { default: true },
      },
      required: ["q", "ids", "m", "where", "pair"],
    });
  });

  it("and says which types it did not know", () => {
    const read = importTools("function f(a: Elsewhere) {}");
    expect(read.ok && read.tools[0]?.notes).toEqual([
      expect.stringContaining("Elsewhere is not in what was pasted"),
    ]);
  });
});
