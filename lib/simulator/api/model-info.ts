// What do `GET /v1/models` and `GET /v1/models/{id}` answer?

import { type CatalogueModel, models, type ThinkingType } from "./model-catalogue";

export type ModelPage = {
  readonly data: readonly object[];
  readonly has_more: boolean;
  readonly first_id: string | null;
  readonly last_id: string | null;
};

/** One page of the list: `limit` 1 to 1000 (default 20), `after_id` and `before_id` as cursors. */
export function modelPage(query: URLSearchParams): ModelPage | { readonly flaw: string } {
  const limit = Number(query.get("limit") ?? "20");
  if (!Number.isInteger(limit) || limit < 1)
    return { flaw: "limit: Input should be greater than or equal to 1" };
  if (limit > 1000) return { flaw: "limit: Input should be less than or equal to 1000" };
  const after = query.get("after_id");
  const before = query.get("before_id");
  const start = after === null ? 0 : models.findIndex((model) => model.id === after) + 1;
  const end =
    before === null
      ? models.length
      : Math.max(
          0,
          models.findIndex((model) => model.id === before),
        );
  const rest = models.slice(start, end);
  const data = before === null ? rest.slice(0, limit) : rest.slice(-limit);
  return {
    data: data.map(modelInfo),
    has_more: rest.length > data.length,
    first_id: data[0]?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
  };
}

export function modelInfo(model: CatalogueModel): object {
  return {
    type: "model",
    id: model.id,
    display_name: model.name,
    created_at: model.releasedAt,
    line: model.line,
    lifecycle: model.deprecatedAt === undefined ? "active" : "deprecated",
    deprecated_at: model.deprecatedAt ?? null,
    retires_at: model.retiresAt ?? null,
    max_input_tokens: model.contextTokens,
    max_tokens: model.maxOutputTokens,
    capabilities: capabilitiesOf(model),
  };
}

function capabilitiesOf(model: CatalogueModel): object {
  const yes = { supported: true };
  const takes = (type: ThinkingType) => ({ supported: model.thinking.includes(type) });
  const effort = takes("adaptive");
  return {
    batch: yes,
    citations: yes,
    code_execution: yes,
    image_input: yes,
    pdf_input: yes,
    structured_outputs: yes,
    effort: { ...effort, low: effort, medium: effort, high: effort, xhigh: effort, max: effort },
    context_management: {
      ...yes,
      clear_thinking_20251015: yes,
      clear_tool_uses_20250919: yes,
      compact_20260112: yes,
    },
    server_tools: { ...yes, web_search: yes, code_execution: yes },
    thinking: {
      ...yes,
      types: {
        adaptive: takes("adaptive"),
        enabled: takes("enabled"),
        disabled: takes("disabled"),
        between_tools: takes("between_tools"),
      },
    },
  };
}
