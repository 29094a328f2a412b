// Does a tool search find tools by all that they say of themselves, within its limits?

import { expect, test } from "vitest";
import type { CustomTool } from "../api/messages-request";
import { searchTools } from "./tool-search";

const tool = (name: string, description: string, properties: object = {}): CustomTool => ({
  name,
  description,
  input_schema: { type: "object", properties },
});
const tools = [
  tool("create_invoice", "Create an invoice for a customer", { customer_id: { type: "string" } }),
  tool("list_invoices", "List all open invoices"),
  tool("send_email", "Send a message", { to: { type: "string", description: "Recipient address" } }),
  tool("get_weather", "Current weather", { location: { type: "string" } }),
];
const found = (kind: "regex" | "bm25", input: Record<string, unknown>, among = tools) => {
  const { content } = searchTools(kind, input, among);
  const { tool_references, error_code } = Object(content);
  return error_code ?? tool_references.map((each: { tool_name: string }) => each.tool_name);
};

test.each([
  ["a name", "regex", { pattern: "^send_" }, ["send_email"]],
  ["a name in other case", "regex", { pattern: "INVOICE" }, ["create_invoice", "list_invoices"]],
  ["an argument's name", "regex", { pattern: "customer_id" }, ["create_invoice"]],
  ["an argument's description", "regex", { pattern: "recipient" }, ["send_email"]],
  ["Python's named groups", "regex", { pattern: "(?P<what>weather)" }, ["get_weather"]],
  ["nothing", "regex", { pattern: "zebra" }, []],
  ["no more than the limit", "regex", { pattern: "invoice", limit: 1 }, ["create_invoice"]],
  ["words of a description", "bm25", { query: "open invoices" }, ["list_invoices", "create_invoice"]],
  ["words of an argument", "bm25", { query: "recipient address" }, ["send_email"]],
  ["no tool without a shared word", "bm25", { query: "zebra crossing" }, []],
] as const)("finds by %s", (_, kind, input, names) => {
  expect(found(kind, input)).toEqual(names);
});

test("gives five hits unless told otherwise", () => {
  const many = Array.from({ length: 9 }, (_, index) => tool(`tool_${index}`, "the same words"));
  expect(found("bm25", { query: "same words" }, many)).toHaveLength(5);
  expect(found("regex", { pattern: "same", limit: 8 }, many)).toHaveLength(8);
});

test.each([
  ["a pattern over 200 characters", "regex", { pattern: "a".repeat(201) }, "invalid_tool_input"],
  ["a query over 500 characters", "bm25", { query: "a ".repeat(251) }, "invalid_tool_input"],
  ["a pattern that is none", "regex", { pattern: "(" }, "invalid_tool_input"],
  ["a missing query", "bm25", {}, "invalid_tool_input"],
  ["a limit of 0", "bm25", { query: "a", limit: 0 }, "invalid_tool_input"],
  ["a limit over 10,000", "bm25", { query: "a", limit: 10_001 }, "invalid_tool_input"],
  ["a pattern that would take for ever", "regex", { pattern: "(a+)+$" }, "execution_time_exceeded"],
] as const)("refuses %s", (_, kind, input, code) => {
  expect(found(kind, input)).toBe(code);
});
