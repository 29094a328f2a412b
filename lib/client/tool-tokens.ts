// How many tokens do the tools cost with the provider and the model of the setup?
import { useEffect, useState } from "react";
import { isJsonObject } from "@/lib/protocol/json-object";
import type { ToolItem } from "@/lib/tool-design/tool-item";
import { toolOfItem } from "@/lib/tool-design/tool-of-item";
import { postJson } from "./api-call";
import { isBlankRow } from "./form-field";
import type { SetupState } from "./setup-store";
import { useSetup } from "./setup-store";

const pauseMs = 600;

export type TokenCount =
  | { readonly state: "counting" }
  | { readonly state: "counted"; readonly toolTokens: number; readonly inputTokens: number }
  | { readonly state: "refused"; readonly message: string };

/** @returns the provider's own count for a request with these tools; asked anew a moment after something changed */
export function useTokenCount(items: readonly ToolItem[]): TokenCount {
  const provider = useSetup(providerText);
  const body = bodyText(items, provider);
  const [found, setFound] = useState<{ readonly body: string; readonly count: TokenCount } | null>(null);

  useEffect(() => {
    if (body === null) return;
    let gone = false;
    const timer = setTimeout(async () => {
      const answer = await postJson("/api/tools/count", JSON.parse(body));
      if (gone) return;
      setFound({
        body,
        count: answer.ok ? countIn(answer.value) : { state: "refused", message: answer.error.message },
      });
    }, pauseMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [body]);

  if (items.length === 0) return { state: "counted", toolTokens: 0, inputTokens: 0 };
  if (body === null) return { state: "refused", message: "A tool is no JSON yet." };
  return found?.body === body ? found.count : { state: "counting" };
}

function countIn(answer: unknown): TokenCount {
  const { toolTokens, inputTokens } = isJsonObject(answer) ? answer : {};
  return { state: "counted", toolTokens: Number(toolTokens), inputTokens: Number(inputTokens) };
}

/** As text, so that a component is not drawn anew for a change elsewhere in the setup. */
function providerText({ draft, apiKey }: SetupState): string {
  const { provider, baseURL, model, defaultHeaders } = draft;
  const key = apiKey.trim() === "" ? {} : { apiKey: apiKey.trim() };
  const headers = defaultHeaders
    .filter((row) => !isBlankRow(row) && row.value !== "")
    .map(({ name, value, secret }) => ({ name, value, secret }));
  return JSON.stringify({
    model: model.trim(),
    provider:
      provider === "simulator"
        ? { kind: provider }
        : provider === "anthropic"
          ? { kind: provider, ...key }
          : { kind: provider, baseURL: baseURL.trim(), ...key },
    ...(provider === "simulator" ? {} : { headers }),
  });
}

function bodyText(items: readonly ToolItem[], provider: string): string | null {
  const tools = items.map(toolOfItem);
  if (tools.some(({ ok }) => !ok)) return null;
  return JSON.stringify({
    tools: tools.map((made) => (made.ok ? made.tool : null)),
    ...JSON.parse(provider),
  });
}
