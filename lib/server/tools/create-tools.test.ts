import { describe, expect, it } from "vitest";
import { builtinToolNames } from "@/lib/protocol/builtin-tool-names";
import { type RunTool, runToolSchema } from "@/lib/protocol/tool-definition";
import { FieldError } from "../door/field-error";
import { toolOptions } from "../testing/tool-options";
import { createTools } from "./create-tools";
import type { Tool } from "./tool";

const context = { toolCallId: "toolu_1", signal: new AbortController().signal, log: () => undefined };

function choices(...given: unknown[]): RunTool[] {
  return given.map((each) => runToolSchema.parse(each));
}

function only(choice: unknown): Tool {
  const [tool] = createTools(choices(choice), toolOptions).tools;
  if (tool === undefined) throw new Error("no tool was made");
  return tool;
}

function fieldErrorOf(...given: unknown[]): FieldError {
  try {
    createTools(choices(...given), toolOptions);
  } catch (error) {
    if (error instanceof FieldError) return error;
    throw error;
  }
  throw new Error("the tools were accepted");
}

const echo = { name: "echo", inputSchema: { type: "object" }, handler: { kind: "fixed", content: "ok" } };

describe("the tools of a run", () => {
  it("are all built-in ones where nothing was chosen, and none where none were", () => {
    const all = createTools(undefined, toolOptions);
    expect(all.tools.map((tool) => tool.name)).toEqual([...builtinToolNames]);
    expect(all.tools.every((tool) => tool.handler === "builtin")).toBe(true);
    expect(createTools([], toolOptions)).toEqual({ tools: [], serverTools: [] });
  });

  it("keep server tools exactly as given, apart", () => {
    const search = { type: "web_search_20250305", name: "web_search", max_uses: 3 };
    const made = createTools(choices("wait", search, echo), toolOptions);
    expect(made.serverTools).toEqual([search]);
    expect(made.tools.map((tool) => tool.name)).toEqual(["wait", "echo"]);
  });

  it("are defined in the API's field names, with nothing that was not given", () => {
    expect(only(echo).definition).toEqual({ name: "echo", input_schema: { type: "object" } });
    const full = {
      ...echo,
      description: "Echoes.",
      inputExamples: [{}],
      strict: false,
      deferLoading: true,
      cacheControl: { type: "ephemeral" },
      allowedCallers: ["direct"],
      eagerInputStreaming: true,
    };
    expect(only(full).definition).toEqual({
      name: "echo",
      description: "Echoes.",
      input_schema: { type: "object" },
      input_examples: [{}],
      strict: false,
      defer_loading: true,
      cache_control: { type: "ephemeral" },
      allowed_callers: ["direct"],
      eager_input_streaming: true,
    });
  });

  it("may be a built-in under a schema of the caller's own, which does not lift what its code needs", async () => {
    const sum = only({
      name: "calculate_sum",
      description: "Mine.",
      inputSchema: { type: "object", properties: { numbers: { type: "array" } } },
      handler: { kind: "builtin" },
    });
    expect(sum.definition.description).toBe("Mine.");
    expect(await sum.run({ numbers: [1, 2] }, context)).toEqual({
      content: '{"sum":3,"count":2}',
      isError: false,
    });
    const bad = await sum.run({ numbers: ["1"] }, context);
    expect(bad.isError).toBe(true);
    expect(bad.content).toContain("the built-in calculate_sum cannot use this input");
  });
});

describe("a fixed reply", () => {
  const reply = (handler: object) => only({ ...echo, handler: { kind: "fixed", ...handler } });

  it("fills in the input, by dotted paths, in text and in blocks", async () => {
    const input = { city: "Oslo", days: [{ high: 7 }], tags: ["a"] };
    const text = reply({
      content: "{{input.city}}: {{ input.days.0.high }} {{input.tags}} [{{input.no.where}}]",
    });
    expect((await text.run(input, context)).content).toBe('Oslo: 7 ["a"] []');
    const blocks = reply({ content: [{ type: "text", text: "In {{input.city}}" }] });
    expect((await blocks.run(input, context)).content).toEqual([{ type: "text", text: "In Oslo" }]);
  });

  it("reads nothing but the input's own fields", async () => {
    const tool = reply({ content: "[{{input.constructor.name}}][{{input.city.length}}][{{other}}]" });
    expect((await tool.run({ city: "Oslo" }, context)).content).toBe("[][][{{other}}]");
  });

  it("does not fill in what an input brought along", async () => {
    const tool = reply({ content: "{{input.a}} {{input.b}}" });
    expect((await tool.run({ a: "{{input.b}} $&", b: "secret" }, context)).content).toBe(
      "{{input.b}} $& secret",
    );
  });

  it("fails where asked, after its delay", async () => {
    const started = performance.now();
    const result = await reply({ content: "no", isError: true, delayMs: 60 }).run({}, context);
    expect(result).toEqual({ content: "no", isError: true });
    expect(performance.now() - started).toBeGreaterThan(55);
  });

  it("keeps empty content", async () => {
    expect(await reply({ content: "" }).run({}, context)).toEqual({ content: "", isError: false });
  });
});

describe("tools that cannot be", () => {
  it("name the field and the remedy", () => {
    expect(fieldErrorOf(echo, { ...echo })).toMatchObject({
      field: "tools.1.name",
      message: expect.stringContaining('the name "echo" is taken by tools.0'),
    });
    expect(fieldErrorOf("wait", "wait").field).toBe("tools.1");
    expect(fieldErrorOf("wait", { ...echo, inputSchema: { type: "thing" } })).toMatchObject({
      field: "tools.1.inputSchema",
      message: expect.stringContaining("is not valid JSON Schema"),
    });
    expect(fieldErrorOf({ ...echo, name: "get_wether", handler: { kind: "builtin" } })).toMatchObject({
      field: "tools.0.name",
      message: expect.stringContaining("did you mean get_weather?"),
    });
    expect(fieldErrorOf({ ...echo, handler: { kind: "fixed", content: "", isError: true } }).field).toBe(
      "tools.0.handler.content",
    );
  });
});
