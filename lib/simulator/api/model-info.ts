// What do `GET /v1/models` and `GET /v1/models/{id}` answer?

import { onDemandBeta } from "../context/compaction-block";
import { type CatalogueModel, lifecycleOf, modelLifecycles, type ThinkingType } from "./catalogue-model";
import { models } from "./model-catalogue";

export type ModelPage = {
  readonly data: readonly object[];
  readonly has_more: boolean;
  readonly first_id: string | null;
  readonly last_id: string | null;
};

/**
 * One page of the list: `limit` 1 to 1000 (default 20), `after_id` and `before_id` as cursors, `lifecycle` up to three
 * times. Retired models are listed only where they are asked for.
 */
export function modelPage(
  query: URLSearchParams,
  betas: readonly string[],
): ModelPage | { readonly flaw: string } {
  const limit = Number(query.get("limit") ?? "20");
  if (!Number.isInteger(limit) || limit < 1)
    return { flaw: "limit: Input should be greater than or equal to 1" };
  if (limit > 1000) return { flaw: "limit: Input should be less than or equal to 1000" };
  const asked = [...query.getAll("lifecycle"), ...query.getAll("lifecycle[]")];
  const flaw = lifecycleFlaw(asked);
  if (flaw !== undefined) return { flaw };
  const wanted: readonly string[] = asked.length === 0 ? ["active", "deprecated"] : asked;
  const listed = models.filter((model) => wanted.includes(lifecycleOf(model)));
  const after = query.get("after_id");
  const before = query.get("before_id");
  const start = after === null ? 0 : placeOf(after, listed) + 1;
  const end = before === null ? listed.length : Math.max(0, placeOf(before, listed));
  const rest = listed.slice(start, end);
  const data = before === null ? rest.slice(0, limit) : rest.slice(-limit);
  return {
    data: data.map((model) => modelInfo(model, betas)),
    has_more: rest.length > data.length,
    first_id: data[0]?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
  };
}

function lifecycleFlaw(asked: readonly string[]): string | undefined {
  const known: readonly string[] = modelLifecycles;
  const wrong = asked.findIndex((stage) => !known.includes(stage));
  if (wrong !== -1) return `lifecycle.${wrong}: Input should be 'active', 'deprecated' or 'retired'`;
  return asked.length > known.length
    ? `lifecycle: List should have at most ${known.length} items after validation, not ${asked.length}`
    : undefined;
}

function placeOf(id: string, listed: readonly CatalogueModel[]): number {
  return listed.findIndex((model) => model.id === id);
}

export function modelInfo(model: CatalogueModel, betas: readonly string[]): object {
  return {
    type: "model",
    id: model.id,
    display_name: model.name,
    created_at: model.releasedAt,
    line: model.line,
    lifecycle: lifecycleOf(model),
    deprecated_at: model.deprecatedAt ?? null,
    retires_at: model.retiresAt ?? null,
    max_input_tokens: model.contextTokens,
    max_tokens: model.maxOutputTokens,
    capabilities: capabilitiesOf(model, betas),
  };
}

function capabilitiesOf(model: CatalogueModel, betas: readonly string[]): object {
  const yes = { supported: true };
  const takes = (type: ThinkingType) => ({ supported: model.thinking.includes(type) });
  const effort = takes("adaptive");
  const compaction = { supported: model.compaction };
  return {
    batch: yes,
    citations: yes,
    code_execution: yes,
    // On the beta surface only, and there with the beta of the parameter only.
    ...(betas.includes(onDemandBeta) && { compaction: { ...compaction, summarize: compaction } }),
    image_input: yes,
    pdf_input: yes,
    structured_outputs: yes,
    effort: { ...effort, low: effort, medium: effort, high: effort, xhigh: effort, max: effort },
    context_management: {
      ...yes,
      clear_thinking_20251015: yes,
      clear_tool_uses_20250919: yes,
      compact_20260112: compaction,
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
