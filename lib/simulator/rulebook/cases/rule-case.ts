// In which terms are the cases of the rulebook written?

import { issueContainerId } from "../../containers/container-id";
import type { Simulator } from "../../simulator";
import { type Asked, bodyWith, usualHeaders } from "../../testing/ask";
import { playgroundTools } from "../../testing/tools";

/** A request, or one that comes of what the simulator has answered before. */
export type Asking = Asked | ((simulator: Simulator) => Promise<Asked>);

export type RuleCase = {
  readonly rule: number | null;
  readonly when: string;
  readonly breaks: Asking;
  readonly keeps: Asking;
  readonly status?: number;
  readonly message: string | RegExp;
  readonly errorCode?: string;
};

export const user = { role: "user", content: "Hello" };
export const call = (id: string, input: unknown = {}) => ({
  type: "tool_use",
  id,
  name: "get_weather",
  input,
});
export const result = (id: string, fields: object = {}) => ({
  type: "tool_result",
  tool_use_id: id,
  content: "18 °C",
  ...fields,
});
export const tools = playgroundTools;
export const schemaTool = (schema: object, name = "a_tool") => ({
  name,
  input_schema: { type: "object", ...schema },
});
export const withBody = (fields: Record<string, unknown>): Asked => ({ body: bodyWith(fields) });
export const withMessages = (...messages: unknown[]): Asked => withBody({ messages, tools });
export const withTools = (...own: unknown[]): Asked => withBody({ tools: own });
export const withHeaders = (...headers: [string, string][]): Asked => ({ headers });
export const version: [string, string] = ["anthropic-version", "2026-10-21"];
export const oldVersion: [string, string] = ["anthropic-version", "2023-06-01"];
export const key: [string, string] = ["x-api-key", "sk-test"];
export const older = (fields: Record<string, unknown>): Asked => ({
  headers: [oldVersion, key],
  body: bodyWith(fields),
});
export const answered = (id: string) => [
  user,
  { role: "assistant", content: [call(id)] },
  { role: "user", content: [result(id)] },
];
export const cached = (count: number) =>
  withBody({
    messages: [
      {
        role: "user",
        content: Array.from({ length: count }, (_, index) => ({
          type: "text",
          text: `part ${index}`,
          cache_control: { type: "ephemeral" },
        })),
      },
    ],
  });

export const betas = (...values: string[]): readonly (readonly [string, string])[] => [
  ...usualHeaders,
  ["anthropic-beta", values.join(",")],
];
export const withBetas = (values: readonly string[], fields: Record<string, unknown>): Asked => ({
  headers: betas(...values),
  body: bodyWith(fields),
});
export const withKey = (key: string, asked: Asked = {}): Asked => ({
  ...asked,
  headers: [version, ["x-api-key", key], ["anthropic-beta", "compact-2026-09-04,message-threads-2026-08-12"]],
});
/** Issued for the plain path. */
export const container = issueContainerId("a test", "");
export const searchTool = { type: "web_search_20250305", name: "web_search" };
export const searchCall = (id: string) => ({ type: "server_tool_use", id, name: "web_search", input: {} });
export const searchResult = (id: string) => ({
  type: "web_search_tool_result",
  tool_use_id: id,
  content: [],
});

export function deepSchema(depth: number): object {
  return depth === 0 ? {} : { inner: { type: "object", properties: deepSchema(depth - 1) } };
}

export const withThread = (thread: object, { body }: Asked = withBody({})): Asked => ({
  headers: [...usualHeaders, ["anthropic-beta", "message-threads-2026-08-12"]],
  body: { ...Object(body), thread },
});
