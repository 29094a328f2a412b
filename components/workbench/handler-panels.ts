// Which kinds of handlers have an editor of their own in place of the form drawn from their description?
import type { ComponentType } from "react";
import type { ToolProblem } from "@/lib/protocol/tool-trial";
import type { OwnItem } from "@/lib/tool-design/tool-item";
import { McpHandler } from "./mcp-handler";

export type HandlerPanel = ComponentType<{ tool: OwnItem; problems: readonly ToolProblem[] }>;

/** By the handler's kind. A kind that is not here has the form drawn from its description. */
export const handlerPanels: Readonly<Record<string, HandlerPanel | undefined>> = { mcp: McpHandler };
