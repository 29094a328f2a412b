// What does the server offer: scenarios, built-in tools, credentials, recent runs?
import { isJsonObject } from "@/lib/protocol/json-object";
import type { RunSummary } from "@/lib/protocol/run-summary";
import { type ApiResource, apiResource } from "./api-resource";
import { flagOf, listOf, objectsIn, textOf } from "./json-fields";
import { readRuns } from "./list-runs";

export type Scenario = {
  readonly name: string;
  readonly title: string;
  /** What a reader learns from watching it. */
  readonly teaches: string;
  /** The rest of its setup, as in a run request. */
  readonly setup: Readonly<Record<string, unknown>> & { readonly prompt: string };
};

export type CatalogueTool = {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: unknown;
};

export type Environment = {
  readonly hasApiKey: boolean;
  readonly hasAuthToken: boolean;
  readonly baseURL: string | null;
  readonly customHeaderNames: readonly string[];
};

export const scenarios = apiResource("/api/scenarios", (answer) =>
  objectsIn(answer, "scenarios").map(({ name, title, teaches, ...setup }): Scenario => {
    const id = textOf(name, "");
    const prompt = textOf(setup.prompt, "");
    return { name: id, title: textOf(title, id), teaches: textOf(teaches, ""), setup: { ...setup, prompt } };
  }),
);

export const toolCatalogue = apiResource("/api/tools", (answer) =>
  objectsIn(answer, "tools").map(({ name, description, inputSchema }): CatalogueTool => {
    return { name: textOf(name, ""), description: textOf(description, ""), inputSchema };
  }),
);

export const environment = apiResource("/api/environment", (answer): Environment => {
  const fields = isJsonObject(answer) ? answer : {};
  return {
    hasApiKey: flagOf(fields.hasApiKey, false),
    hasAuthToken: flagOf(fields.hasAuthToken, false),
    baseURL: typeof fields.baseURL === "string" ? fields.baseURL : null,
    customHeaderNames: listOf(fields.customHeaderNames, (name) => (typeof name === "string" ? name : null)),
  };
});

export const recentRuns = runSearch("");

/** @returns the newest runs that fit the query: words that occur in id, title, model, provider or outcome */
export function runSearch(query: string): ApiResource<readonly RunSummary[]> {
  const words = query.trim();
  return apiResource(words === "" ? "/api/runs" : `/api/runs?query=${encodeURIComponent(words)}`, readRuns);
}
