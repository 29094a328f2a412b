import { expect, test } from "vitest";
import { ToolFailure } from "../tools/tool-failure";
import { mcpResult } from "./mcp-result";

const text = (value: string) => ({ type: "text", text: value });
/** Without the mark of the SDK's helper, which is a symbol. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

test("text, images and resources become blocks of the Messages API", () => {
  const content = [
    text("hello"),
    { type: "image", data: "AAAA", mimeType: "image/png" },
    { type: "resource", resource: { uri: "file:///a.txt", mimeType: "text/plain", text: "a" } },
    { type: "resource", resource: { uri: "file:///a.pdf", mimeType: "application/pdf", blob: "AAAA" } },
  ];
  const blocks = plain(mcpResult({ content }));
  expect(blocks.map((block: { type: string }) => block.type)).toEqual([
    "text",
    "image",
    "document",
    "document",
  ]);
  expect(blocks[1]).toEqual({
    type: "image",
    source: { type: "base64", data: "AAAA", media_type: "image/png" },
  });
});

test("what the Messages API has no form for is named in words", () => {
  const content = [
    text(""),
    { type: "audio", data: "AAAAAAAA", mimeType: "audio/wav" },
    { type: "resource_link", uri: "file:///a.txt", name: "a.txt", mimeType: "text/plain" },
    { type: "image", data: "AAAA", mimeType: "image/tiff" },
    { type: "resource", resource: { uri: "file:///a.bin", mimeType: "application/x-thing", blob: "AAAA" } },
    { type: "hologram", depth: 3 },
  ];
  expect(plain(mcpResult({ content })).map((block: { text: string }) => block.text)).toEqual([
    "[Audio of the type audio/wav, 6 bytes, which the Messages API does not take]",
    "[A link to the resource a.txt at file:///a.txt of the type text/plain]",
    "[An image of the type image/tiff, 3 bytes, which the Messages API does not take]",
    expect.stringMatching(/^\[The resource file:\/\/\/a.bin of the type application\/x-thing, 3 bytes/),
    '{"type":"hologram","depth":3}',
  ]);
});

test("structured content comes through where there is nothing else, and an error is a failure", () => {
  expect(mcpResult({ content: [], structuredContent: { celsius: 21 } })).toBe('{"celsius":21}');
  expect(plain(mcpResult({ content: [text("21 °C")], structuredContent: { celsius: 21 } }))).toEqual([
    text("21 °C"),
  ]);
  expect(mcpResult({})).toBeUndefined();
  expect(() => mcpResult({ content: [text("on fire")], isError: true })).toThrow(ToolFailure);
  expect(() => mcpResult({ content: "not a list", isError: true })).toThrow(ToolFailure);
});
