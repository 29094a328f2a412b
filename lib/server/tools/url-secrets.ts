// Which secrets stand in the addresses of a run's HTTP tools?
import type { RunTool } from "@/lib/protocol/tool-definition";
import { toolHandlerSchema } from "@/lib/protocol/tool-handler";
import { isSensitiveHeader } from "../recording/sensitive-headers";

/** @returns the values of query parameters that are secret by their name, as they are written and as they are meant */
export function urlSecrets(tools: readonly RunTool[] = []): string[] {
  return tools.flatMap((tool) => {
    if (typeof tool === "string") return [];
    const handler = toolHandlerSchema.safeParse(tool.handler);
    return handler.success && handler.data.kind === "http" ? querySecrets(handler.data.url) : [];
  });
}

/** Read off the text: what is filled in from the input makes it no URL yet. */
function querySecrets(url: string): string[] {
  return [...url.matchAll(/[?&]([^=&#]+)=([^&#]+)/g)].flatMap(([, name = "", value = ""]) => {
    const isSecret = isSensitiveHeader(name) || /^(sig|signature|code)$/i.test(name);
    return !isSecret || value.includes("{{") ? [] : [value, decoded(value)];
  });
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll("+", " "));
  } catch {
    return value;
  }
}
