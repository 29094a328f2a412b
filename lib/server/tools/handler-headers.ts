// Which headers do the handlers of a run's tools send, so that their secrets can be taken out of the log?
import type { HeaderEntry } from "@/lib/protocol/header-entry";
import type { RunTool } from "@/lib/protocol/tool-definition";
import { toolHandlerSchema } from "@/lib/protocol/tool-handler";

export function handlerHeaders(tools: readonly RunTool[] = []): HeaderEntry[] {
  return tools.flatMap((tool) => {
    if (typeof tool === "string") return [];
    const handler = toolHandlerSchema.safeParse(tool.handler);
    return handler.success && handler.data.kind === "http" ? (handler.data.headers ?? []) : [];
  });
}
