// What does the HTTP API say about MCP servers, and what can be asked of it?
import { z } from "zod";
import { headerEntrySchema } from "./header-entry";
import { jsonObjectSchema } from "./json-object-schema";
import { toolDefinitionSchema } from "./tool-definition";

/** The body of `POST /api/mcp/servers`: a server over streamable HTTP. Values of secret headers are not kept on disk. */
export type AddedMcpServer = z.infer<typeof addedMcpServerSchema>;
export const addedMcpServerSchema = z.strictObject({
  name: z.string().regex(/^[\w.-]{1,64}$/, "use 1 to 64 letters, digits, dots, underscores or hyphens"),
  url: z.string().min(1, "give the address of the server").max(8_000),
  headers: z.array(headerEntrySchema).max(50).default([]),
});

/** The body of `POST /api/mcp/servers/{name}/consent`: the hash of the command line that was shown. */
export const mcpConsentSchema = z.strictObject({ hash: z.string().min(1).max(200) });

/** `idle` is a server that is connected to when it is needed. */
export const mcpServerStateSchema = z.enum([
  "idle",
  "connecting",
  "connected",
  "failed",
  "needs-consent",
  "refused",
  "unreadable",
]);
export type McpServerState = z.infer<typeof mcpServerStateSchema>;

/** What would be run, exactly: no shell takes part. Of the environment only the names are told. */
export const mcpCommandSchema = z.object({
  argv: z.array(z.string()),
  cwd: z.string(),
  envNames: z.array(z.string()),
  hash: z.string(),
  consentedAt: z.string().nullable(),
});
export type McpCommand = z.infer<typeof mcpCommandSchema>;

export const mcpServerSchema = z.object({
  name: z.string(),
  transport: z.enum(["http", "stdio"]),
  /** `file` stands in mcp.json, `added` was added here. */
  source: z.enum(["file", "added"]),
  state: mcpServerStateSchema,
  /** Why it failed or is refused, and what to do; null where nothing is wrong. */
  problem: z.string().nullable(),
  /** What is odd about it, but does not keep it from working. */
  notices: z.array(z.string()),
  url: z.string().nullable(),
  headers: z.array(z.object({ name: z.string(), shown: z.string(), secret: z.boolean() })),
  command: mcpCommandSchema.nullable(),
  /** What the server calls itself, once it was connected to. */
  title: z.string().nullable(),
  /** How many tools it listed, null before it did. */
  tools: z.int().nullable(),
});
/** One server as the panel shows it. */
export type McpServer = z.infer<typeof mcpServerSchema>;

export const mcpServersSchema = z.object({
  servers: z.array(mcpServerSchema),
  file: z.object({ path: z.string(), exists: z.boolean(), problem: z.string().nullable() }),
  /** Whether servers may be run on this machine. */
  stdio: z.object({ allowed: z.boolean(), reason: z.string().nullable() }),
});
export type McpServers = z.infer<typeof mcpServersSchema>;

export const mcpToolSchema = z.object({
  /** What the server calls it. */
  name: z.string(),
  title: z.string().nullable(),
  description: z.string(),
  inputSchema: jsonObjectSchema,
  /** What the server says of it: readOnlyHint, destructiveHint, ... Hints, not promises. */
  annotations: jsonObjectSchema,
  /** Ready to be put into a run request; null where it cannot be, for the reason in `problem`. */
  definition: toolDefinitionSchema.nullable(),
  problem: z.string().nullable(),
});
export type McpTool = z.infer<typeof mcpToolSchema>;

/** `notices` says what was left out, and why. */
export const mcpToolsSchema = z.object({ tools: z.array(mcpToolSchema), notices: z.array(z.string()) });
export type McpTools = z.infer<typeof mcpToolsSchema>;
