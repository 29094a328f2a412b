// Does zod source become a tool?
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

describe("zod source becomes a tool", () => {
  it("with its words", () => {
    const tool = only(`
      import { z } from "zod";
      const Address = z.object({ street: z.string(), zip: z.string().regex(/^\\d{5}$/).optional() });
      export const orderSchema = z.strictObject({
        /** not read */
        id: z.uuid().describe("Id of the order"),
        count: z.number().int().min(1).max(10).default(1),
        kind: z.enum(["new", "used"]).optional(),
        tags: z.array(z.string().min(2)).max(5),
        to: Address,
        note: z.string().nullable(),
        when: z.union([z.literal("now"), z.literal("later")]),
        extra: z.record(z.string(), z.number()).optional(),
        at: z.iso.datetime(),
      }).describe("Places an order.");`);
    expect(tool).toMatchObject({ name: "order", description: "Places an order." });
    expect(tool?.inputSchema).toEqual({
      type: "object",
      properties: {
        id: { type: "string", format: "uuid", description: "Id of the order" },
        count: { type: "integer", minimum: 1, maximum: 10, default: 1 },
        kind: { type: "string", enum: ["new", "used"] },
        tags: { type: "array", items: { type: "string", minLength: 2 }, maxItems: 5 },
        to: {
          type: "object",
          properties: { street: { type: "string" }, zip: { type: "string", pattern: "^\\d{5}$" } },
          required: ["street"],
        },
        note: { type: ["string", "null"] },
        when: { enum: ["now", "later"] },
        extra: { type: "object", additionalProperties: { type: "number" } },
        at: { type: "string", format: "date-time" },
      },
      required: ["id", "tags", "to", "note", "when", "at"],
      additionalProperties: false,
    });
  });

  it("in a tool object, a call of a helper, and an MCP server's code", () => {
    const inner = 'z.object({ city: z.string().describe("Name of the city") })';
    const forms = [
      `betaZodTool({ name: "get_weather", description: "Gives the weather.", inputSchema: ${inner}, run: async (input) => { return 1 } })`,
      `const getWeather = tool({ description: "Gives the weather.", parameters: ${inner}, execute: async ({ city }) => ({ city }) });`,
      `server.registerTool("get_weather", { description: "Gives the weather.", inputSchema: { city: z.string().describe("Name of the city") } }, async ({ city }) => {});`,
      `server.tool("get_weather", "Gives the weather.", { city: z.string().describe("Name of the city") }, async (a) => { return {} });`,
    ];
    for (const form of forms) expect(only(form)).toEqual(weather);
  });

  it("or a definition written as JavaScript", () => {
    const text = `const tools = [{ name: 'get_weather', description: 'Gives ' + 'the weather.',
      input_schema: { type: 'object', properties: { city: { type: 'string', description: "Name of the city" } }, required: ['city'], }, } as const];`;
    expect(only(text)).toEqual(weather);
  });
});
