// Is each custom tool well defined: its schema, its examples, what strict asks of it?

import { type CustomTool, isCustomTool, type MessagesRequest } from "../api/messages-request";
import { inputFlaws, inputSchemaFlaw } from "../json/tool-input-schema";
import type { RequestFacts } from "./request-facts";
import type { Rule, Violation } from "./rule";
import { foreignPropertyKey, isRecursive, openObject, strictTotals, unsupportedPattern } from "./schema-walk";

const schemaDocs = "https://docs.claude.com/en/docs/tool-use";

export const toolDefinitionRules: readonly Rule<RequestFacts>[] = [
  {
    number: 38,
    precondition: "a combinator at the top of an input schema",
    status: 400,
    evidenced: true,
    violation: ({ request }) =>
      firstTool(request, ({ input_schema: schema }) =>
        ["oneOf", "allOf", "anyOf"].some((keyword) => Object.hasOwn(schema, keyword))
          ? {
              path: "input_schema",
              wording: "input_schema does not support oneOf, allOf, or anyOf at the top level",
            }
          : undefined,
      ),
  },
  {
    number: 37,
    precondition: "an input schema that is not JSON Schema 2020-12",
    status: 400,
    evidenced: true,
    violation: ({ request }) =>
      firstTool(request, ({ input_schema: schema }) =>
        inputSchemaFlaw(schema) === undefined
          ? undefined
          : {
              path: "input_schema",
              wording: `JSON schema is invalid. It must match JSON Schema draft 2020-12 (https://json-schema.org/draft/2020-12). Learn more about tool use at ${schemaDocs}.`,
            },
      ),
  },
  {
    number: 39,
    precondition:
      "a property key with other characters, or longer than 64: the limit is known, not its wording",
    status: 400,
    evidenced: false,
    violation: ({ request }) =>
      firstTool(request, ({ input_schema: schema }) =>
        foreignPropertyKey(schema) === undefined
          ? undefined
          : {
              path: "input_schema.properties",
              wording: "Property keys should match pattern '^[a-zA-Z0-9_.-]{1,64}$'",
            },
      ),
  },
  {
    number: 40,
    precondition: "a strict tool with an object, however deep, that is open to further properties",
    status: 400,
    evidenced: true,
    violation: ({ request }) =>
      firstTool(request, ({ strict, input_schema: schema }) =>
        strict === true && openObject(schema)
          ? { wording: "For 'object' type, 'additionalProperties' must be explicitly set to false" }
          : undefined,
      ),
  },
  {
    number: 41,
    precondition: "a strict tool with look-around or a back reference in a pattern",
    status: 400,
    evidenced: true,
    violation: ({ request }) =>
      firstTool(request, ({ strict, input_schema: schema }) => {
        const pattern = strict === true ? unsupportedPattern(schema) : undefined;
        return pattern === undefined
          ? undefined
          : { wording: `Unsupported regex feature in pattern field: ${pattern}` };
      }),
  },
  {
    number: 41,
    precondition: "more than 20 strict tools, or 24 optional or 16 union parameters in them together",
    status: 400,
    evidenced: true,
    violation: ({ request: { tools = [] } }) => {
      const strict = tools.filter(isCustomTool).filter((tool) => tool.strict === true);
      const { optional, unions } = strictTotals(strict.map((tool) => tool.input_schema));
      return strict.length > 20 || optional > 24 || unions > 16
        ? { wording: "Schema is too complex for compilation." }
        : undefined;
    },
  },
  {
    number: 42,
    precondition: "an input example that does not fit the tool's schema",
    status: 400,
    evidenced: false,
    violation: ({ request }) => firstTool(request, exampleFlaw),
  },
  {
    number: 42,
    precondition: "input examples on a tool that the API itself executes",
    status: 400,
    evidenced: false,
    violation: ({ request: { tools = [] } }) => {
      const index = tools.findIndex(
        (tool) => (tool.input_examples ?? null) !== null && isServerTool(tool.type),
      );
      return index === -1
        ? undefined
        : {
            path: `tools.${index}.${tools[index]?.type}.input_examples`,
            wording: "Extra inputs are not permitted",
          };
    },
  },
  {
    number: 52,
    precondition: "a recursive schema on a tool that code may call",
    status: 400,
    evidenced: true,
    violation: ({ request }) =>
      firstTool(request, ({ allowed_callers: callers, input_schema: schema, name }) =>
        Array.isArray(callers) && callers.some((caller) => caller !== "direct") && isRecursive(schema)
          ? { wording: `Circular $ref detected in the schema of tool '${name}'` }
          : undefined,
      ),
  },
];

const serverTool = /^(web_search|web_fetch|code_execution|tool_search_tool|advisor|mcp_toolset)/;

function isServerTool(type: string | null | undefined): boolean {
  return typeof type === "string" && serverTool.test(type);
}

function exampleFlaw({
  name,
  input_schema: schema,
  input_examples: examples,
}: CustomTool): Violation | undefined {
  for (const [index, example] of (examples ?? []).entries()) {
    const flaw = inputFlaws(schema, example)[0];
    if (flaw === undefined) continue;
    const place = flaw.place === "" ? "" : ` at ${flaw.place}`;
    return {
      path: `input_examples.${index}`,
      wording: `Example ${index} of tool '${name}' does not match its input_schema${place}: ${flaw.message}`,
    };
  }
  return undefined;
}

/** The first custom tool with a flaw; the flaw's path is taken to begin at the tool. */
function firstTool(
  { tools = [] }: MessagesRequest,
  flaw: (tool: CustomTool) => Violation | undefined,
): Violation | undefined {
  for (const [index, tool] of tools.entries()) {
    const found = isCustomTool(tool) ? flaw(tool) : undefined;
    if (found === undefined) continue;
    const within = found.path === undefined ? "" : `.${found.path}`;
    return { path: `tools.${index}.custom${within}`, wording: found.wording };
  }
  return undefined;
}
