// What is a tool that the API executes itself, as the model of the simulator sees it?

import type { ContentBlock } from "../api/content-block";
import type { CustomTool } from "../api/messages-request";
import type { JsonObject } from "../json/canonical-json";

export type ServerTool = {
  /** How the model chooses it and fills its input: a name, what it is for, and a schema. */
  readonly tool: CustomTool;
  /** The definition in the request: limits and domains stand there. */
  readonly definition: JsonObject;
  readonly call:
    | { readonly type: "server_tool_use" }
    | { readonly type: "mcp_tool_use"; readonly server_name: string };
  /** Whether it runs in a container, whose id the response then carries. */
  readonly inContainer: boolean;
  /**
   * @param earlierUses how often this tool was used in this reply before
   * @param earlier all blocks of the conversation before this call
   */
  readonly run: (input: JsonObject, earlierUses: number, earlier: readonly ContentBlock[]) => ContentBlock;
};

/** The stand-in by which the model knows a tool that has no schema in the request. */
export function standIn(name: string, description: string, parameter: string): CustomTool {
  const input_schema = {
    type: "object",
    properties: { [parameter]: { type: "string" } },
    required: [parameter],
  };
  return { name, description, input_schema };
}

/** Text that a client can only pass on: it says nothing to it. */
export function opaque(...parts: readonly string[]): string {
  return Buffer.from(parts.join("\u0000")).toString("base64");
}

/** Whether the definition's `allowed_domains` and `blocked_domains` let a host through; subdomains count. */
export function isAllowedHost({ allowed_domains, blocked_domains }: JsonObject, host: string): boolean {
  const names = (list: unknown) => (Array.isArray(list) ? list.map(String) : undefined);
  const holds = (domain: string) => {
    const name = domain.split("/")[0] ?? domain;
    return host === name || host.endsWith(`.${name}`);
  };
  const allowed = names(allowed_domains)?.some(holds) ?? true;
  return allowed && names(blocked_domains)?.some(holds) !== true;
}

/** Whether `max_uses` of the definition is used up. */
export function isUsedUp({ max_uses }: JsonObject, earlierUses: number): boolean {
  return typeof max_uses === "number" && earlierUses >= max_uses;
}
