import { expect, test, vi } from "vitest";
import { McpFailure } from "../mcp/mcp-failure";
import { StoreFailure } from "../store/store-failure";
import { ApiFailure } from "./api-failure";
import { FieldError } from "./field-error";

test.each([
  ["ApiFailure", "./api-failure", ApiFailure],
  ["FieldError", "./field-error", FieldError],
  ["StoreFailure", "../store/store-failure", StoreFailure],
  ["McpFailure", "../mcp/mcp-failure", McpFailure],
])("a %s of another bundle is one of ours", async (name, path, ours) => {
  vi.resetModules();
  const theirs = (await import(path))[name];
  expect(theirs).not.toBe(ours);
  const error: unknown = new theirs("one", "two", "three");
  expect(error).toBeInstanceOf(ours);
  expect(new Error("another")).not.toBeInstanceOf(ours);
});
