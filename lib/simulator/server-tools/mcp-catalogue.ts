// Which tools does an MCP server have, when the simulator stands in for it?

import { isJsonObject, type JsonObject } from "../json/canonical-json";

export type McpTool = {
  readonly name: string;
  readonly description: string;
  readonly input_schema: JsonObject;
  /** Text of the result, or what is wrong with the input. */
  readonly run: (input: JsonObject) => { readonly text: string; readonly isError?: true };
};

const text = (description: string) => ({ type: "string", description });

const notes: readonly { readonly title: string; readonly body: string }[] = [
  { title: "Release checklist", body: "Tag the commit, publish the package, tell the support team." },
  { title: "Onboarding", body: "New colleagues get an account on day one and a buddy for the first month." },
  {
    title: "Incident review",
    body: "The gateway dropped a header on retries; the fix was to copy all of them.",
  },
];

const hours: Readonly<Record<string, string>> = {
  bergen: "Monday to Friday, 8:00 to 16:00",
  lisbon: "Monday to Friday, 9:30 to 18:30",
  kyoto: "Monday to Saturday, 9:00 to 17:00",
};

/** Every server has these: the simulator reaches no other machine, whatever the URL. */
export const mcpCatalogue: readonly McpTool[] = [
  {
    name: "search_notes",
    description: "Search the team's notes",
    input_schema: { type: "object", properties: { query: text("Words to look for") }, required: ["query"] },
    run: ({ query }) => {
      const words = String(query)
        .toLowerCase()
        .split(/\W+/)
        .filter((word) => word.length > 2);
      const found = notes.filter(({ title, body }) =>
        words.some((word) => `${title} ${body}`.toLowerCase().includes(word)),
      );
      const lines = found.map(({ title, body }) => `${title}: ${body}`);
      return { text: lines.length === 0 ? "No note holds these words." : lines.join("\n") };
    },
  },
  {
    name: "get_office_hours",
    description: "Get the opening hours of one of the company's offices",
    input_schema: {
      type: "object",
      properties: { office: { type: "string", enum: Object.keys(hours) } },
      required: ["office"],
    },
    run: ({ office }) => {
      const name = String(office);
      const known = Object.hasOwn(hours, name) ? hours[name] : undefined;
      return known === undefined
        ? { text: `office must be one of ${Object.keys(hours).join(", ")}`, isError: true }
        : { text: `The ${name} office is open ${known}` };
    },
  },
  {
    name: "echo",
    description: "Say a message back",
    input_schema: { type: "object", properties: { message: text("What to say") }, required: ["message"] },
    run: ({ message }) => ({ text: String(message) }),
  },
];

/** How a toolset's `configs` and `default_config` treat one tool. */
export function mcpToolConfig(
  { configs, default_config }: JsonObject,
  name: string,
): { enabled: boolean; deferred: boolean } {
  const usual = isJsonObject(default_config) ? default_config : {};
  const own = isJsonObject(configs) && isJsonObject(configs[name]) ? configs[name] : {};
  const { enabled = true, defer_loading: deferred = false } = { ...usual, ...own };
  return { enabled: enabled !== false, deferred: deferred === true };
}
