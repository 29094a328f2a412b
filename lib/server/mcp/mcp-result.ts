// What does the answer of an MCP tool become as a tool result?
import { mcpContent } from "@anthropic-ai/sdk/helpers/beta/mcp";
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { ToolFailure } from "../tools/tool-failure";

type Content = Parameters<typeof mcpContent>[0];

/**
 * Text, images and resources go through the SDK's own helper, as in a program that uses it. What the Messages API has no
 * form for is named in words instead of failing the call.
 *
 * @returns content blocks; JSON where the server gave structured content only
 * @throws ToolFailure where the server says that the tool failed
 */
export function mcpResult(answer: JsonObject): unknown {
  const given = Array.isArray(answer.content) ? answer.content.filter(isJsonObject) : [];
  const blocks = given.map(blockOf).filter((block) => block.type !== "text" || block.text !== "");
  if (answer.isError === true) throw new ToolFailure(blocks);
  if (blocks.length > 0) return blocks;
  return isJsonObject(answer.structuredContent) ? JSON.stringify(answer.structuredContent) : undefined;
}

function blockOf(content: JsonObject): JsonObject {
  try {
    // What does not fit the type is what the helper throws at.
    return { ...mcpContent(content as unknown as Content) };
  } catch {
    return { type: "text", text: inWords(content) };
  }
}

function inWords(content: JsonObject): string {
  const { type, uri, name, mimeType, data, resource } = content;
  const kind = typeof mimeType === "string" ? ` of the type ${mimeType}` : "";
  switch (type) {
    case "resource_link":
      return `[A link to the resource ${String(name ?? "")} at ${String(uri)}${kind}]`;
    case "audio":
      return `[Audio${kind}, ${sizeOf(data)}, which the Messages API does not take]`;
    case "image":
      return `[An image${kind}, ${sizeOf(data)}, which the Messages API does not take]`;
    case "resource": {
      const held = isJsonObject(resource) ? resource : {};
      const ofType = typeof held.mimeType === "string" ? ` of the type ${held.mimeType}` : "";
      return `[The resource ${String(held.uri)}${ofType}, ${sizeOf(held.blob)}, which the Messages API does not take]`;
    }
    default:
      return JSON.stringify(content);
  }
}

function sizeOf(base64: unknown): string {
  const bytes = typeof base64 === "string" ? Math.floor((base64.length * 3) / 4) : 0;
  return `${bytes.toLocaleString("en-US")} bytes`;
}
