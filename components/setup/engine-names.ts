// What are the engines called on screen?
import type { EngineKind } from "@/lib/client/setup-draft";

export const engineNames: Readonly<Record<EngineKind, string>> = {
  manual: "Manual loop",
  "tool-runner": "Tool runner",
  "ai-sdk": "AI SDK",
};
