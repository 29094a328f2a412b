// Is there anything at the path that was asked for?

import { listedModelById } from "../api/model-catalogue";
import type { Rule } from "./rule";

/** A request that no other endpoint took: its method and path, and the model it names. */
export type RouteQuestion = { readonly route: string; readonly modelId: string | undefined };

/** `GET /v1/models` and `GET /v1/models/{id}`; anything else is not there. */
export function routeQuestion(route: string): RouteQuestion {
  return { route, modelId: /^GET \/v1\/models\/([^/]+)$/.exec(route)?.[1] };
}

export const routeRules: readonly Rule<RouteQuestion>[] = [
  {
    number: 8,
    precondition: "a path, or a method on a path, that does not exist",
    status: 404,
    evidenced: true,
    violation: ({ route, modelId }) =>
      route === "GET /v1/models" || modelId !== undefined ? undefined : { wording: "Not Found" },
  },
  {
    number: 7,
    precondition: "a model that is asked for and does not exist",
    status: 404,
    evidenced: true,
    violation: ({ modelId }) =>
      modelId === undefined || listedModelById(modelId) !== undefined
        ? undefined
        : { path: "model", wording: modelId },
  },
];
