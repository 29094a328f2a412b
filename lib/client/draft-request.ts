// Which run request does the setup form stand for?
import { firstIssue } from "@/lib/protocol/api-error";
import { type RunRequestInput, runRequestSchema } from "@/lib/protocol/run-request";
import type { ToolItem } from "@/lib/tool-design/tool-item";
import { toolOfItem } from "@/lib/tool-design/tool-of-item";
import type { ApiProblem } from "./api-call";
import { engineOf } from "./draft-engine";
import { changedLimits } from "./draft-limits";
import { expectedNames } from "./expectations";
import { type FormProblem, formField, isBlankRow } from "./form-field";
import type { HeaderRow, SetupDraft } from "./setup-draft";
import { storableItem } from "./stored-tools";

export type DraftRequest =
  | { readonly ok: true; readonly body: RunRequestInput }
  | { readonly ok: false; readonly problem: ApiProblem };

/**
 * @param tools the current tool set; those switched off are left out
 * @param apiKey used for this run only; empty means none
 * @returns the body of `POST /api/runs`, fields at their default left out, or the first thing wrong with it by the name
 *   of its form field
 */
export function draftRequest(draft: SetupDraft, tools: readonly ToolItem[], apiKey: string): DraftRequest {
  const problems: FormProblem[] = [];
  const body = requestFields(draft, tools, apiKey, (problem) => problems.push(problem));
  const [problem] = [...problems, ...lostSecrets(draft)];
  if (problem !== undefined) return { ok: false, problem: { code: "invalid_setup", ...problem } };
  const parsed = runRequestSchema.safeParse(body);
  // The schema took it: what it takes is a run request as a caller may write it.
  if (parsed.success) return { ok: true, body: body as RunRequestInput };
  const { field, message } = firstIssue(parsed.error);
  const words = field === undefined ? message : message.replace(`${field}: `, "");
  return { ok: false, problem: { code: "invalid_setup", message: words, ...formField(draft, tools, field) } };
}

function requestFields(
  draft: SetupDraft,
  tools: readonly ToolItem[],
  apiKey: string,
  problem: (problem: FormProblem) => void,
) {
  const json = (text: string, field: string) => parsedText(text, field, problem);
  const { model, maxTokens, execution, scenario } = draft;
  const usesScenario = scenario !== null && draft.provider === "simulator";
  return {
    ...(draft.messagesText === ""
      ? { prompt: draft.prompt }
      : { messages: json(draft.messagesText, "messages") }),
    ...(draft.system.trim() !== "" && { system: draft.system }),
    model: model.trim(),
    maxTokens: maxTokens ?? undefined,
    ...toolChoiceOf(draft),
    ...(!draft.stream && { stream: false }),
    ...(draft.paramsText.trim() !== "" && { params: json(draft.paramsText, "params") }),
    tools: toolsOf(tools, problem),
    ...(execution === "sequential" && { execution }),
    ...engineOf(draft, json, problem),
    provider: providerOf(draft, apiKey.trim()),
    ...headersOf(draft),
    ...expectationsOf(draft.expectations),
    ...changedLimits(draft),
    ...(usesScenario && { scenario }),
  };
}

function parsedText(text: string, field: string, problem: (problem: FormProblem) => void): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    problem({ field, message: `This is not JSON: ${cause}` });
    return undefined;
  }
}

/** A text that is no JSON is a problem of its tool; the rest is for the schema to judge. */
function toolsOf(tools: readonly ToolItem[], problem: (problem: FormProblem) => void): unknown[] {
  return tools
    .filter(({ enabled }) => enabled)
    .map((item) => {
      const made = toolOfItem(item);
      if (made.ok) return made.tool;
      problem({ field: `tools.${item.id}.${made.problem.field}`, message: made.problem.message });
      return null;
    });
}

function toolChoiceOf({ toolChoice, toolChoiceName, parallelToolUse }: SetupDraft) {
  // The API takes the switch with every choice but none.
  const oneCall = !parallelToolUse && toolChoice !== "none";
  if (toolChoice === "auto" && !oneCall) return {};
  return {
    toolChoice: {
      type: toolChoice,
      ...(toolChoice === "tool" && { name: toolChoiceName }),
      ...(oneCall && { disable_parallel_tool_use: true }),
    },
  };
}

function providerOf(draft: SetupDraft, apiKey: string) {
  const { provider, baseURL, gateway, recordedRunId, replaySpeed } = draft;
  const way = gateway ? { gateway } : {};
  if (provider === "simulator") return { kind: provider, ...way };
  if (provider === "recorded")
    return {
      kind: provider,
      runId: recordedRunId.trim(),
      ...(replaySpeed !== 1 && { speed: replaySpeed }),
      ...way,
    };
  const key = apiKey === "" ? {} : { apiKey };
  return provider === "anthropic"
    ? { kind: provider, ...key, ...way }
    : { kind: provider, baseURL: baseURL.trim(), ...key, ...way };
}

function headersOf({ defaultHeaders, perRequestHeaders }: SetupDraft) {
  const entries = (rows: readonly HeaderRow[]) =>
    rows
      .filter((row) => !isBlankRow(row))
      .map(({ name, value, secret }) => ({ name, value, ...(secret && { secret }) }));
  const headers = { default: entries(defaultHeaders), perRequest: entries(perRequestHeaders) };
  return headers.default.length + headers.perRequest.length === 0 ? {} : { headers };
}

function expectationsOf(text: string) {
  const names = expectedNames(text);
  return names.length === 0 ? {} : { expectations: names };
}

/** A reload forgets the values of secret headers: sending the name with nothing would look like a dropped header. */
function lostSecrets({ defaultHeaders, perRequestHeaders }: SetupDraft): FormProblem[] {
  return [...defaultHeaders, ...perRequestHeaders]
    .filter((row) => row.secret && row.value === "" && row.name.trim() !== "")
    .map((row) => ({
      field: `headers.${row.id}.value`,
      message: "Enter this value again: a secret is not kept when the page is reloaded.",
    }));
}

/** The request as it may be shown or copied: keys and secret values replaced. */
export function shareableRequest(draft: SetupDraft, tools: readonly ToolItem[]): DraftRequest {
  const hide = (row: HeaderRow) => (row.secret ? { ...row, value: "REPLACE-ME" } : row);
  const shown = {
    ...draft,
    defaultHeaders: draft.defaultHeaders.map(hide),
    perRequestHeaders: draft.perRequestHeaders.map(hide),
  };
  return draftRequest(shown, tools.map(storableItem), "");
}
