// Which requests just break, and just keep, the rules about schemas, strict tools and examples?

import { type RuleCase, schemaTool, withTools } from "./rule-case";

const text = { type: "string" };
const closedSchema = (properties: Record<string, unknown>) => ({
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const strictTool = (properties: Record<string, unknown>, name = "a_tool") => ({
  ...schemaTool(closedSchema(properties), name),
  strict: true,
});
const optionalStrict = (count: number) => ({
  ...schemaTool({
    properties: Object.fromEntries(Array.from({ length: count }, (_, at) => [`p${at}`, text])),
    additionalProperties: false,
  }),
  strict: true,
});
const unionStrict = (count: number) =>
  strictTool(
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`p${at}`, { type: ["string", "null"] }])),
  );
const strictTools = (count: number) =>
  withTools(...Array.from({ length: count }, (_, at) => strictTool({ a: text }, `tool_${at}`)));
const withExample = (example: unknown) =>
  withTools({
    ...schemaTool({ properties: { city: text }, required: ["city"] }, "look"),
    input_examples: [{ city: "Oslo" }, example],
  });
const calledByCode = (properties: object) => ({
  ...schemaTool({ properties, $defs: { node: { type: "object", properties } } }),
  allowed_callers: ["code_execution_20260120"],
});

export const strictSchemaCases: readonly RuleCase[] = [
  {
    rule: 39,
    when: "a property key with a space",
    breaks: withTools(schemaTool({ properties: { "a key": text } })),
    keeps: withTools(schemaTool({ properties: { "a.key-1_": text } })),
    message:
      "tools.0.custom.input_schema.properties: Property keys should match pattern '^[a-zA-Z0-9_.-]{1,64}$'",
  },
  {
    rule: 40,
    when: "an inner object of a strict tool left open",
    breaks: withTools(strictTool({ place: { type: "object", properties: {} } })),
    keeps: withTools(strictTool({ place: { type: "object", ...closedSchema({}) } })),
    message: "tools.0.custom: For 'object' type, 'additionalProperties' must be explicitly set to false",
  },
  {
    rule: 41,
    when: "look-ahead in a strict tool's pattern",
    breaks: withTools(strictTool({ code: { ...text, pattern: "^(?=a)b" } })),
    keeps: withTools(strictTool({ code: { ...text, pattern: "^(?:a)b" } })),
    message: "tools.0.custom: Unsupported regex feature in pattern field: ^(?=a)b",
  },
  {
    rule: 41,
    when: "21 strict tools",
    breaks: strictTools(21),
    keeps: strictTools(20),
    message: "Schema is too complex for compilation.",
  },
  {
    rule: 41,
    when: "25 optional parameters in strict tools",
    breaks: withTools(optionalStrict(25)),
    keeps: withTools(optionalStrict(24)),
    message: "Schema is too complex for compilation.",
  },
  {
    rule: 41,
    when: "17 parameters of several types in strict tools",
    breaks: withTools(unionStrict(17)),
    keeps: withTools(unionStrict(16)),
    message: "Schema is too complex for compilation.",
  },
  {
    rule: 42,
    when: "an example that lacks a required field",
    breaks: withExample({ town: "Oslo" }),
    keeps: withExample({ city: "Bergen", town: "Oslo" }),
    message:
      /^tools\.0\.custom\.input_examples\.1: Example 1 of tool 'look' does not match its input_schema: /,
  },
  {
    rule: 42,
    when: "examples on a server tool",
    breaks: withTools({ type: "web_search_20250305", name: "web_search", input_examples: [{}] }),
    keeps: withTools({ type: "memory_20250818", name: "memory", input_examples: [{}] }),
    message: "tools.0.web_search_20250305.input_examples: Extra inputs are not permitted",
  },
  {
    rule: 52,
    when: "a recursive schema of a tool that code may call",
    breaks: withTools(calledByCode({ next: { $ref: "#/$defs/node" } })),
    keeps: withTools(calledByCode({ next: text })),
    message: /Circular \$ref detected/,
  },
];
